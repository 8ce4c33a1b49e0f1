import { formatCount, formatCounted } from '../../widgets/index.ts'
import { hitsByMessage } from '../logic/hits-by-message.ts'
import { visibleText } from '../logic/split-text.ts'
import type { Find } from './use-find.ts'

/** Messages listed; more are told. */
const SHOWN = 200

/** The hits by message, each with how many and the words around the first. */
export function HitList({ find: { hits, index, show } }: { find: Find }) {
  const groups = hitsByMessage(hits)
  return (
    <ol className="hit-list" aria-label="Hits by message">
      {groups.slice(0, SHOWN).map(({ message, count, first }) => {
        const hit = hits[first]
        const isHere = index >= first && index < first + count
        return (
          hit && (
            <li key={first}>
              <button type="button" className="hit-line" aria-current={isHere ? 'true' : undefined} onClick={() => show(first)}>
                <span className="hit-message mono">{message}</span>
                <span className="hit-count">{formatCounted(count, 'hit')}</span>
                <span className="hit-words mono">
                  {visibleText(hit.before)}
                  <mark>{visibleText(hit.match)}</mark>
                  {visibleText(hit.after)}
                </span>
              </button>
            </li>
          )
        )
      })}
      {groups.length === 0 && <li className="nothing">No hits</li>}
      {groups.length > SHOWN && <li className="nothing">{formatCount(groups.length - SHOWN)} more messages with hits</li>}
    </ol>
  )
}
