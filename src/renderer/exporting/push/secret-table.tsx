import { formatCount } from '../../widgets/index.ts'
import type { PushPlan } from './push-store.ts'
import { secretsWords } from './push-words.ts'

/** Where secrets would leave; never the secrets themselves. */
export function SecretTable({ plan }: { plan: Pick<PushPlan, 'secrets' | 'moreSecrets'> }) {
  if (plan.secrets.length === 0) return <p className="muted">No secrets were found in any of these files.</p>
  return (
    <section className="push-secrets" aria-label="Secrets">
      <h3>{secretsWords(plan)}</h3>
      <div className="push-secret-rows">
        <table className="written-files">
          <thead>
            <tr>
              <th>File</th>
              <th className="number">Line</th>
              <th>Example</th>
              <th>What</th>
              <th>How sure</th>
            </tr>
          </thead>
          <tbody>
            {plan.secrets.map((secret, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line may hold two of a kind, and the list never changes.
              <tr key={index}>
                <td className="mono">{secret.file}</td>
                <td className="number">{formatCount(secret.line)}</td>
                <td className="mono cut">{secret.exampleId ?? ''}</td>
                <td>{secret.what}</td>
                <td>{secret.certainty}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.moreSecrets > 0 && <p className="muted">and {formatCount(plan.moreSecrets)} more</p>}
    </section>
  )
}
