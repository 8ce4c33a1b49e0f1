import { Check, CircleSlash, TriangleAlert } from 'lucide-react'
import { useApi } from '../api/use-api.ts'
import { navigate } from '../app/route.ts'
import { type AddEvent, dismissWork, startAdding, type Work } from '../state/work-store.ts'
import { Button, ErrorState, formatBytes, formatCount, formatCounted, formatDuration, ProgressBar } from '../widgets/index.ts'

/** How the source being added is doing, and how it ended. */
export function AddProgress({ work }: { work: Work<AddEvent> }) {
  const api = useApi()
  const again = () => startAdding(api, work.subject)
  switch (work.state) {
    case 'running':
      return <Running work={work} />
    case 'done':
      return <Done work={work} />
    case 'cancelled':
      return (
        <section className="add" aria-label="Adding">
          <CircleSlash size={16} aria-hidden />
          <span className="add-text">
            <b>Stopped.</b> What was read so far is in the workspace; adding it again goes on where it stopped.
            <span className="add-note mono">{work.subject}</span>
          </span>
          <Button onClick={again}>Go on</Button>
          <Button kind="ghost" onClick={() => dismissWork('adding')}>
            Dismiss
          </Button>
        </section>
      )
    case 'failed':
      return (
        <section className="add add-failed" aria-label="Adding">
          <TriangleAlert size={16} aria-hidden />
          <ErrorState error={work.error} onRetry={again} isCompact />
          <span className="grow" />
          <Button kind="ghost" onClick={() => dismissWork('adding')}>
            Dismiss
          </Button>
        </section>
      )
  }
}

function Running({ work }: { work: Work<AddEvent> }) {
  const { latest, subject } = work
  const progress = latest?.kind === 'progress' ? latest : null
  const opened = latest?.kind === 'opened' ? latest : null
  return (
    <section className="add" aria-label="Adding">
      <span className="add-text">
        <b>Adding</b> <span className="mono">{subject}</span>
        <span className="add-note">
          {progress
            ? `${formatCount(progress.rows)} rows · file ${formatCount(Math.min(progress.filesDone + 1, progress.files))} of ${formatCount(progress.files)} · ${formatCount(progress.rowsPerSecond)} rows/s · ${formatCount(progress.rejected)} rejected`
            : opened
              ? `${formatCounted(opened.files, 'file')}, ${formatBytes(opened.bytes)}`
              : 'Looking at what is there'}
        </span>
        {progress && <span className="add-note mono cut">{progress.file}</span>}
      </span>
      <ProgressBar done={progress?.filesDone ?? 0} total={progress ? progress.files : null} label="Files read" />
      <Button keys="Escape" onClick={work.cancel}>
        Cancel
      </Button>
    </section>
  )
}

function Done({ work }: { work: Work<AddEvent> }) {
  const result = work.latest?.kind === 'done' ? work.latest.result : null
  if (!result) return null
  const isNothing = result.examples === 0
  return (
    <section className={isNothing ? 'add add-nothing' : 'add add-done'} aria-label="Added">
      {isNothing ? <TriangleAlert size={16} aria-hidden /> : <Check size={16} aria-hidden />}
      <span className="add-text">
        <b>{isNothing ? 'No examples' : formatCounted(result.examples, 'example')}</b> from <span className="mono">{result.source}</span>
        <span className="add-note">
          {[
            result.shapes.length > 0 ? `shape ${result.shapes.join(', ')}` : 'no known shape',
            `${formatCount(result.measured)} measured`,
            `${formatCount(result.rejectedCount)} rejected`,
            formatDuration(result.seconds),
          ].join(' · ')}
        </span>
      </span>
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
