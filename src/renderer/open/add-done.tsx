import { useQueryClient } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { navigate } from '../app/route.ts'
import { askToMeasure } from '../state/measure-question.ts'
import { type AddEvent, dismissWork } from '../state/work-store.ts'
import { Button, CopyButton, formatBytes, formatCount, formatCounted, formatDuration, formatRevision } from '../widgets/index.ts'
import { NoteList } from './note-list.tsx'
import { TAKEN } from './source-state.ts'

/** All of them are listed below; these say at once what was wrong. */
const REASONS_SHOWN = 3

type Result = Extract<AddEvent, { kind: 'done' }>['result']

/** What came of adding a source, and where to go on. Without a single example its columns can be mapped. */
export function AddDone({ result, onMap, onTake, onWhole }: AddDoneProps) {
  const client = useQueryClient()
  // The last change is told before the source is marked as whole.
  useEffect(() => void client.invalidateQueries({ queryKey: ['workspace', 'info'] }), [client])
  const isNothing = result.examples === 0
  const isWithoutIndex = isNothing && onWhole !== null && hasOnlyLines(result)
  const goMeasure = () => {
    navigate({ screen: 'browse' })
    askToMeasure()
  }
  return (
    <section className={isNothing ? 'add add-nothing' : 'add add-done'} aria-label="Added">
      {isNothing ? <TriangleAlert size={16} aria-hidden /> : <Check size={16} aria-hidden />}
      <div className="add-text">
        <b>{isNothing ? 'No examples' : formatCounted(result.examples, 'example')}</b> from <span className="mono">{result.source}</span>{' '}
        {result.revision !== null && <Revision revision={result.revision} />}
        <span className="add-note">{doneWords(result)}</span>
        {isWithoutIndex && <span className="add-note">{WITHOUT_INDEX}</span>}
        {isNothing &&
          !isWithoutIndex &&
          result.rejected.slice(0, REASONS_SHOWN).map(({ where, reason }) => (
            <span key={where + reason} className="add-note">
              {reason}
            </span>
          ))}
        <NoteList notes={result.notes} />
      </div>
      {isNothing && !isWithoutIndex && result.rejectedCount > 0 && <Button onClick={onMap}>Map columns</Button>}
      {isWithoutIndex && onTake && <Button onClick={onTake}>Take {TAKEN} of each</Button>}
      {isNothing && onWhole && (
        <Button kind="primary" onClick={onWhole}>
          Fetch everything
        </Button>
      )}
      {result.measured < result.examples && <Button onClick={goMeasure}>Measure</Button>}
      {!isNothing && (
        <Button kind="primary" onClick={() => navigate({ screen: 'browse' })}>
          Browse
        </Button>
      )}
      <Button kind="ghost" onClick={() => dismissWork('adding')}>
        Dismiss
      </Button>
    </section>
  )
}

/** See {@link AddDone}. Where only an index was asked for, `onTake` adds it again with some of its rows and `onWhole` with all. */
interface AddDoneProps {
  result: Result
  onMap: () => void
  onTake: (() => void) | null
  onWhole: (() => void) | null
}

function Revision({ revision }: { revision: string }) {
  return (
    <span className="add-revision mono" title={revision}>
      @{formatRevision(revision)}
      <CopyButton label="the revision" text={revision} />
    </span>
  )
}

/** Said once in place of the same sentence for every file. */
const WITHOUT_INDEX =
  'Its files are no tables (JSON Lines, JSON): they have no small columns to index by themselves. Fetch some of its rows, or all of them.'

function hasOnlyLines({ rejected }: Result): boolean {
  return rejected.length > 0 && rejected.every(({ where }) => /\.(jsonl|json|traj)(\.gz)?\b/.test(where) && !where.includes('.parquet'))
}

function doneWords(result: Result): string {
  const { shapes, measured, rejectedCount, bytesFetched, requests, seconds } = result
  return [
    shapes.length > 0 ? `shape ${shapes.join(', ')}` : 'no known shape',
    `${formatCount(measured)} measured`,
    `${formatCount(rejectedCount)} rejected`,
    requests > 0 ? `${formatBytes(bytesFetched)} in ${formatCounted(requests, 'request')}` : null,
    formatDuration(seconds),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
