import { CircleSlash, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { type Adding, dismissWork, startAdding } from '../state/work-store.ts'
import { Button, ErrorState } from '../widgets/index.ts'
import { AddDone } from './add-done.tsx'
import { AddRunning } from './add-running.tsx'
import { MapDialog } from './map-dialog.tsx'
import { MovedNotice } from './moved-notice.tsx'
import { TAKEN } from './source-state.ts'

/** How the source being added is doing, and how it ended. */
export function AddProgress({ work }: { work: Adding }) {
  const api = useApi()
  const [isMapping, setMapping] = useState(false)
  const again = () => startAdding(api, work.input)
  const { indexOnly, ...rest } = work.input
  const take = () => startAdding(api, { ...rest, take: TAKEN })
  const whole = () => startAdding(api, rest)
  const mapColumns = () => setMapping(true)
  return (
    <>
      {work.state === 'running' && <AddRunning work={work} />}
      {work.state === 'done' && work.latest?.kind === 'moved' && <MovedNotice input={work.input} change={work.latest.change} />}
      {work.state === 'done' && work.latest?.kind === 'done' && (
        <AddDone result={work.latest.result} onMap={mapColumns} onTake={indexOnly ? take : null} onWhole={indexOnly ? whole : null} />
      )}
      {work.state === 'cancelled' && <Stopped source={work.input.source} onAgain={again} />}
      {work.state === 'failed' && <Failed error={work.error} onAgain={again} onMap={mapColumns} />}
      <MapDialog input={isMapping ? work.input : null} onClose={() => setMapping(false)} />
    </>
  )
}

function Stopped({ source, onAgain }: { source: string; onAgain: () => void }) {
  return (
    <section className="add" aria-label="Adding">
      <CircleSlash size={16} aria-hidden />
      <span className="add-text">
        <b>Stopped.</b> What was read so far is in the workspace; adding it again goes on where it stopped.
        <span className="add-note mono">{source}</span>
      </span>
      <Button onClick={onAgain}>Go on</Button>
      <Dismiss />
    </section>
  )
}

function Failed({ error, onAgain, onMap }: { error: unknown; onAgain: () => void; onMap: () => void }) {
  return (
    <section className="add add-failed" aria-label="Adding">
      <TriangleAlert size={16} aria-hidden />
      <ErrorState error={error} onRetry={onAgain} isCompact />
      <span className="grow" />
      {faultOf(error).kind === 'unknown-shape' && (
        <Button kind="primary" onClick={onMap}>
          Map columns
        </Button>
      )}
      <Dismiss />
    </section>
  )
}

function Dismiss() {
  return (
    <Button kind="ghost" onClick={() => dismissWork('adding')}>
      Dismiss
    </Button>
  )
}
