import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, Checkbox, formatBytes } from '../../widgets/index.ts'
import type { PushPlan } from './push-store.ts'
import { confirmWords, holdsBack, type PushChoice } from './push-words.ts'
import { SecretTable } from './secret-table.tsx'

const HOW = { same: 'there already', lfs: 'sent', inline: 'sent with the commit' } as const

/** What a push would do, and the button that does it. */
export function PushPlanView({ plan, onPush }: { plan: PushPlan; onPush: (choice: PushChoice) => void }) {
  const [choice, setChoice] = useState<PushChoice>({ isPrivate: true, allowSecrets: false })
  const held = holdsBack(plan, choice)
  return (
    <div className="push-plan">
      <PushFacts plan={plan} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="written-scroll" aria-label="Files" tabIndex={0}>
        <FileTable plan={plan} />
      </section>
      <SecretTable plan={plan} />
      {plan.warnings.map((warning) => (
        <p key={warning} className="warning">
          <TriangleAlert size={14} aria-hidden />
          {warning}
        </p>
      ))}
      {plan.refusals.map((refusal) => (
        <p key={refusal} className="push-refusal" role="alert">
          {refusal}
        </p>
      ))}
      <Choices plan={plan} choice={choice} onChange={setChoice} />
      <div className="push-go">
        <Button kind="primary" disabled={held !== null} onClick={() => onPush(choice)}>
          {confirmWords(plan, choice)}
        </Button>
        {held !== null && <span className="muted">{held}</span>}
      </div>
    </div>
  )
}

function PushFacts({ plan }: { plan: PushPlan }) {
  const state = plan.exists ? (plan.isPrivate ? 'private' : 'public') : 'to be made'
  return (
    <dl className="push-facts">
      <div>
        <dt>Dataset</dt>
        <dd>
          <span className="mono">{plan.repo}</span> <span className={state === 'public' ? 'push-public' : 'muted'}>{state}</span>
        </dd>
      </div>
      <div>
        <dt>Branch</dt>
        <dd className="mono">{plan.branch}</dd>
      </div>
      <div>
        <dt>As</dt>
        <dd>{plan.user ?? 'nobody: no token'}</dd>
      </div>
      <div>
        <dt>Licence</dt>
        <dd>{plan.licence ?? 'none in the card'}</dd>
      </div>
      <div>
        <dt>Rows from</dt>
        <dd className="mono">{plan.sources.join(', ') || 'unknown'}</dd>
      </div>
    </dl>
  )
}

function FileTable({ plan }: { plan: PushPlan }) {
  return (
    <table className="written-files">
      <thead>
        <tr>
          <th>File</th>
          <th className="number">Size</th>
          <th>How</th>
          <th>sha256</th>
        </tr>
      </thead>
      <tbody>
        {plan.files.map((file) => (
          <tr key={file.path}>
            <td className="mono">{file.path}</td>
            <td className="number">{formatBytes(file.bytes)}</td>
            <td className={file.how === 'same' ? 'faint' : ''}>{HOW[file.how]}</td>
            <td className="mono faint cut" title={file.sha256}>
              {file.sha256}
            </td>
          </tr>
        ))}
        {plan.removed.map((path) => (
          <tr key={path}>
            <td className="mono">{path}</td>
            <td />
            <td className="push-removed">removed: of an earlier export</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Choices({ plan, choice, onChange }: { plan: PushPlan; choice: PushChoice; onChange: (choice: PushChoice) => void }) {
  const isPublic = plan.exists && plan.isPrivate === false
  return (
    <div className="push-choices">
      {!plan.exists && (
        <Checkbox isOn={choice.isPrivate} onChange={(isPrivate) => onChange({ ...choice, isPrivate })}>
          Private: only you and those you let in can see it
        </Checkbox>
      )}
      {isPublic && (
        <Checkbox isOn={!choice.isPrivate} onChange={(isOn) => onChange({ ...choice, isPrivate: !isOn })}>
          Everyone may read what I push to this public dataset
        </Checkbox>
      )}
      {plan.secrets.length > 0 && (
        <Checkbox isOn={choice.allowSecrets} onChange={(allowSecrets) => onChange({ ...choice, allowSecrets })}>
          None of these secrets is real: push them
        </Checkbox>
      )}
    </div>
  )
}
