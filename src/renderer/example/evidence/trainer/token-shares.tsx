import { formatCount } from '../../../widgets/index.ts'
import { cutWords, roleShares, totalWords } from './logic/trainer-words.ts'
import { MessageLink } from './message-link.tsx'
import type { TrainerTokens } from './types.ts'

/** Tokens as the trainer counts them: in all, trained on, by role, and where it stops reading. */
export function TokenShares({ tokens, onGo }: { tokens: TrainerTokens | null; onGo: (message: number) => void }) {
  if (!tokens) return null
  const cut = cutWords(tokens)
  return (
    <section aria-label="Tokens" className="trainer-section">
      <h3>
        {totalWords(tokens)} <span className="mono faint">{tokens.encoding}</span>
      </h3>
      {cut !== null && tokens.cut && (
        <p className="trainer-cut">
          <span aria-hidden>! </span>
          {cut}, in <MessageLink messages={[tokens.cut.messageIndex]} onGo={onGo} />; {formatCount(tokens.cut.tokens)} tokens are not read
        </p>
      )}
      <table className="trainer-roles">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">
              <span className="visually-hidden">Share</span>
            </th>
            <th scope="col" className="number">
              Tokens
            </th>
            <th scope="col" className="number">
              Trained on
            </th>
          </tr>
        </thead>
        <tbody>
          {roleShares(tokens).map(({ role, total, trained, share }) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td className="trainer-share" aria-hidden>
                <i style={{ width: `${share * 100}%` }}>
                  <i style={{ width: total === 0 ? 0 : `${(trained / total) * 100}%` }} />
                </i>
              </td>
              <td className="number">{formatCount(total)}</td>
              <td className="number">{trained === 0 ? '–' : formatCount(trained)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
