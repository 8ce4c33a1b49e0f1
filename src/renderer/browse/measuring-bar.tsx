import { Check, CircleSlash, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { dismissWork, type MeasureEvent, type MeasureInput, type Measuring, startMeasuring, useWork } from '../state/work-store.ts'
import { Button, formatBytes, formatCount, formatCounted, formatDuration, ProgressBar } from '../widgets/index.ts'
import { FailureDialog } from './failure-dialog.tsx'
import { measuringWords, restOf, stoppedWords } from './measuring-words.ts'

type Done = Extract<MeasureEvent, { kind: 'done' }>

/** How measuring a selection goes and how it ended. It stands at the foot of the table, so that no row moves when it comes and goes. */
export function MeasuringBar() {
  const work = useWork(({ measuring }) => measuring)
  if (!work) return null
  switch (work.state) {
    case 'running':
      return <Running work={work} />
    case 'done':
      return work.latest?.kind === 'done' ? <Ended done={work.latest} /> : null
    case 'cancelled':
      return <Stopped work={work} />
    case 'failed':
      return <Failed work={work} />
  }
}

function Running({ work }: { work: Measuring }) {
  const { latest, first } = work
  const progress = latest?.kind === 'progress' ? latest : null
  const total = progress?.total ?? (first?.kind === 'started' ? first.total : null)
  return (
    <section className="bar measuring" aria-label="Measuring">
      <b>Measuring</b>
      <span className="measuring-words cut">{progress ? measuringWords(progress) : 'Looking up the rows'}</span>
      <span className="grow" />
      <ProgressBar done={progress?.done ?? 0} total={total} label="Examples measured" />
      <Button keys="Escape" onClick={work.cancel}>
        Cancel
      </Button>
    </section>
  )
}

function Ended({ done }: { done: Done }) {
  const [isListed, setListed] = useState(false)
  const words = [
    formatDuration(done.seconds),
    done.requests > 0 ? `${formatBytes(done.bytesFetched)} in ${formatCounted(done.requests, 'request')}` : null,
  ].filter((part) => part !== null)
  return (
    <section className="bar measuring" aria-label="Measured">
      <Check size={14} className="mark-keep" aria-hidden />
      <b>{formatCounted(done.measured, 'example')} measured</b>
      <span className="muted cut">{words.join(' · ')}</span>
      <span className="grow" />
      {done.failedCount > 0 && (
        <Button icon={<TriangleAlert size={13} className="mark-drop" aria-hidden />} onClick={() => setListed(true)}>
          {formatCount(done.failedCount)} failed
        </Button>
      )}
      <Dismiss />
      <FailureDialog isOpen={isListed} onClose={() => setListed(false)} failed={done.failed} count={done.failedCount} />
    </section>
  )
}

function Stopped({ work }: { work: Measuring }) {
  const progress = work.latest?.kind === 'progress' ? work.latest : null
  return (
    <section className="bar measuring" aria-label="Measuring stopped">
      <CircleSlash size={14} aria-hidden />
      <b>{stoppedWords(progress)}</b>
      <span className="cut grow">What was measured is in the table and stays measured.</span>
      <Again input={restOf(work.input, progress)} label="Go on" />
      <Dismiss />
    </section>
  )
}

function Failed({ work }: { work: Measuring }) {
  const { message, remedy } = faultOf(work.error)
  return (
    <section className="bar measuring" aria-label="Measuring failed" role="alert">
      <TriangleAlert size={14} className="mark-drop" aria-hidden />
      <span className="cut grow" title={remedy ? `${message} ${remedy}` : message}>
        {message} {remedy}
      </span>
      <Again input={work.input} label="Try again" />
      <Dismiss />
    </section>
  )
}

function Again({ input, label }: { input: MeasureInput; label: string }) {
  const api = useApi()
  return <Button onClick={() => startMeasuring(api, input)}>{label}</Button>
}

function Dismiss() {
  return (
    <Button kind="ghost" onClick={() => dismissWork('measuring')}>
      Dismiss
    </Button>
  )
}
