import { CircleSlash, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { faultOf } from '../../state/fault-of.ts'
import { dismissWork, type Exporting } from '../../state/work-store.ts'
import { Button, ErrorState, ProgressBar } from '../../widgets/index.ts'
import { progressWords } from './progress-words.ts'
import { Written } from './written.tsx'

/** See {@link ExportProgress}. */
interface ExportProgressProps {
  work: Exporting
  /** Warnings that the plan beside it shows. */
  told: readonly string[]
  /** Counts anew what leaves. */
  onLookAgain: () => void
}

/** How the export is doing, and what came of it. It comes into sight when it starts: the button that starts it is in sight everywhere. */
export function ExportProgress(props: ExportProgressProps) {
  const place = useRef<HTMLDivElement>(null)
  const { startedAt, state } = props.work
  const isRunning = state === 'running'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another export comes into sight anew
  useEffect(() => {
    if (isRunning) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isRunning, startedAt])
  return (
    <div ref={place} className="export-outcome">
      <Outcome {...props} />
    </div>
  )
}

function Outcome({ work, told, onLookAgain }: ExportProgressProps) {
  switch (work.state) {
    case 'running':
      return <Running work={work} />
    case 'done':
      return work.latest?.kind === 'done' ? <Written result={work.latest.result} told={told} /> : null
    case 'cancelled':
      return (
        <section className="outcome" aria-label="Export stopped">
          <CircleSlash size={16} aria-hidden />
          <span className="grow">Stopped. Nothing was written to {work.input.out}.</span>
          <Dismiss />
        </section>
      )
    case 'failed':
      return <Failed error={work.error} onLookAgain={onLookAgain} />
  }
}

function Running({ work }: { work: Exporting }) {
  const progress = work.latest?.kind === 'progress' ? work.latest : null
  const seconds = (performance.now() - work.startedAt) / 1000
  return (
    <section className="outcome" aria-label="Exporting">
      <span className="grow outcome-text">
        <span className="cut">
          <b>Writing</b> <span className="mono">{progress?.file ?? work.input.out}</span>
        </span>
        <span className="outcome-note">{progress ? progressWords({ ...progress, seconds }) : 'Choosing what leaves'}</span>
      </span>
      <ProgressBar done={progress?.done ?? 0} total={progress?.total ?? null} label="Examples written" />
      <Button keys="Escape" onClick={work.cancel}>
        Cancel
      </Button>
    </section>
  )
}

/** Something else would leave than was shown: told apart, for then another look is the remedy. */
function Failed({ error, onLookAgain }: { error: unknown; onLookAgain: () => void }) {
  const { kind, culprit } = faultOf(error)
  // A conflict about something, as a folder that is in use, is not mended by another look at the plan.
  const isConflict = kind === 'conflict' && culprit === null
  const look = () => {
    dismissWork('exporting')
    onLookAgain()
  }
  return (
    <section className="outcome outcome-failed" aria-label="Export failed">
      <TriangleAlert size={16} aria-hidden />
      <ErrorState error={error} isCompact />
      <span className="grow" />
      {isConflict && <Button onClick={look}>Look again</Button>}
      <Dismiss />
    </section>
  )
}

/** Takes the outcome off the screen. */
export function Dismiss() {
  return (
    <Button kind="ghost" onClick={() => dismissWork('exporting')}>
      Dismiss
    </Button>
  )
}
