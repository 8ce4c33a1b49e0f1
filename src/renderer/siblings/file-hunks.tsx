import { useQueries } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { patchFileQuery } from '../example/queries.ts'
import { MarkedText } from '../example/trajectory/marked-text.tsx'
import type { PatchFileDetail } from '../example/types.ts'
import { ErrorState, formatCounted, Skeleton } from '../widgets/index.ts'
import { attemptName } from './attempt-name.ts'
import type { MatrixRow } from './matrix-rows.ts'
import { runsStyle } from './runs-style.ts'
import type { Attempt } from './types.ts'
import '../example/trajectory/trajectory.css'

/** Lines of one attempt's change that are drawn; the rest is in the example. */
const DRAWN = 400
const LONGEST_LINE = 400

const MARKS = { add: '+', delete: '−', context: ' ' } as const
const SAID = { add: 'added', delete: 'deleted', context: '' } as const

/** What each attempt does to one file, side by side. */
export function FileHunks({ row, shown }: { row: MatrixRow; shown: readonly Attempt[] }) {
  const api = useApi()
  const changing = shown.flatMap((attempt, run) => {
    const cell = row.cells[run]
    return cell ? [{ attempt, file: cell.file }] : []
  })
  const details = useQueries({ queries: changing.map(({ attempt, file }) => patchFileQuery(api, attempt.id, 'model', file)) })
  return (
    <div className="bench-hunks" style={runsStyle(changing.length)}>
      {changing.map(({ attempt }, place) => {
        const answer = details[place]
        return (
          <section key={attempt.id} aria-label={attemptName(attempt)}>
            <h3 className="mono cut">{attemptName(attempt)}</h3>
            {answer?.error ? (
              <ErrorState error={answer.error} isCompact onRetry={() => void answer.refetch()} />
            ) : answer?.data ? (
              <Hunks detail={answer.data} />
            ) : (
              <Skeleton lines={6} height={14} label="Loading the change" />
            )}
          </section>
        )
      })}
    </div>
  )
}

function Hunks({ detail }: { detail: PatchFileDetail }) {
  const lines = detail.hunks.flatMap((hunk) => [
    { kind: 'place' as const, text: `line ${hunk.newStart} ${hunk.section}` },
    // Every line of a file with Windows line ends would end in a mark.
    ...hunk.lines.map(({ kind, text }) => ({ kind, text: text.replace(/\r$/, '') })),
  ])
  const hidden = lines.length - DRAWN
  return (
    <div className="edit-lines bench-hunk">
      {lines.slice(0, DRAWN).map((line, place) =>
        line.kind === 'place' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={place} className="bench-hunk-place muted">
            <MarkedText text={line.text} />
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={place} className={`edit-line edit-${line.kind}`}>
            <i aria-hidden>{MARKS[line.kind]}</i>
            <span className="visually-hidden">{SAID[line.kind]}</span>
            <span>
              <MarkedText text={line.text.slice(0, LONGEST_LINE)} />
            </span>
          </div>
        ),
      )}
      {hidden > 0 && <p className="muted bench-more">{formatCounted(hidden, 'line')} more in the example</p>}
      {detail.hunks.length === 0 && <p className="muted bench-more">{detail.binary ? 'A binary file' : 'No lines changed'}</p>}
    </div>
  )
}
