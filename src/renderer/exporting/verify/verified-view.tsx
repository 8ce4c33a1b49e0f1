import { Check, TriangleAlert } from 'lucide-react'
import { formatCount, formatCounted } from '../../widgets/index.ts'
import { problemGroups } from './problem-groups.ts'
import type { Verified } from './verify-store.ts'

/** What was proved and by what, and the problems by what they are about. */
export function VerifiedView({ result }: { result: Verified }) {
  const { ok, by, rows, files, problems, more } = result
  return (
    <section className="verified" aria-label="Verified">
      <p className={ok ? 'verified-head verified-ok' : 'verified-head verified-bad'}>
        {ok ? <Check size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
        <b>{ok ? 'Nothing is wrong' : formatCounted(problems.length + more, 'problem')}</b>
        <span className="muted">
          {formatCounted(rows, 'row')} for {result.target || 'no target'}, {formatCounted(files, 'file')}
        </span>
      </p>
      <ul className="verified-by muted">
        <li>By the folder: every file, every row, the splits, the ledger's chain and all sums.</li>
        <li>
          {by === 'workspace'
            ? 'By this workspace: every row was made anew; sources, recipe, choice and decisions since were compared.'
            : 'Not by a workspace: another one made this export.'}
        </li>
      </ul>
      {problemGroups(problems).map((group) => (
        <section key={group.kind} className="verified-group">
          <h3>
            {group.title} <span className="faint">{formatCount(group.problems.length)}</span>
          </h3>
          <ul>
            {group.problems.map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                {!message.startsWith(where) && <span className="mono faint">{where} </span>}
                {message}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more > 0 && <p className="muted">and {formatCount(more)} more</p>}
    </section>
  )
}
