import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useApi } from '../../api/use-api.ts'
import { navigate } from '../../app/route.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Button, formatCount, IconButton, ProgressBar, Skeleton } from '../../widgets/index.ts'
import { contradicts } from '../logic/reason-flow.ts'
import { reasonsQuery } from '../queries.ts'
import type { Detail } from '../types.ts'
import type { Place } from '../use-place.ts'
import './verdict-bar.css'
import { DecisionLine } from './decision-line.tsx'
import { Overridden } from './overridden.tsx'
import { ReasonPopover } from './reason-popover.tsx'
import { useReviewFlow } from './use-review-flow.ts'
import { VerdictLine } from './verdict-line.tsx'

/** The foot of the screen: what the recipe says, what people said, and the keys to answer with. It never moves. */
export function VerdictBar({ detail, place }: { detail: Detail; place: Place }) {
  const api = useApi()
  const { row } = detail
  const reasons = useQuery(reasonsQuery(api)).data ?? []
  const review = useReviewFlow(row, place, reasons)
  const { flow, send, undo } = review
  const decide = (decision: 'accept' | 'reject', asks = false) => send({ kind: 'decide', decision, verdict: row.verdict, asks })
  const note = () => send({ kind: 'note', current: row.note })
  const { back, skip } = useMoves(place)
  useKeys([
    { key: 'a', name: 'Accept', group: 'Decide', run: () => decide('accept') },
    { key: 'x', name: 'Reject', group: 'Decide', run: () => decide('reject') },
    { key: 'Shift+A', name: 'Accept with a reason', group: 'Decide', run: () => decide('accept', true) },
    { key: 'Shift+X', name: 'Reject with a reason', group: 'Decide', run: () => decide('reject', true) },
    { key: 'u', name: 'Undo', group: 'Decide', run: undo },
    { key: 'Mod+Z', name: 'Undo', group: 'Decide', run: undo },
    { key: 'n', name: 'Note', group: 'Decide', run: note },
    { key: 'Space', name: 'Skip', group: 'Decide', run: skip },
  ])
  const isBusy = flow.kind === 'sending'
  return (
    <section className="verdict-bar" aria-label="Verdict and decision" data-area>
      <div className="verdict-why">
        <VerdictLine row={row} />
        <DecisionLine detail={detail} overridden={<Overridden row={row} />} />
      </div>
      <PlaceMark place={place} />
      <IconButton
        label="Previous example"
        keys="["
        icon={<ChevronLeft size={15} aria-hidden />}
        disabled={place.previous === null}
        onClick={back}
      />
      <IconButton
        label="Next example"
        keys="]"
        icon={<ChevronRight size={15} aria-hidden />}
        disabled={place.next === null}
        onClick={skip}
      />
      <ReasonPopover flow={flow} send={send} reasons={reasons} row={row}>
        <span className="verdict-buttons">
          <Button kind="drop" keys="x" isBusy={isBusy} onClick={() => decide('reject')}>
            {contradicts('reject', row.verdict) ? 'Reject with reason' : 'Reject'}
          </Button>
          <Button keys="Space" disabled={place.next === null} onClick={skip}>
            Skip
          </Button>
          <Button kind="keep" keys="a" isBusy={isBusy} onClick={() => decide('accept')}>
            {contradicts('accept', row.verdict) ? 'Accept with reason' : 'Accept'}
          </Button>
          <Button keys="n" onClick={note}>
            Note
          </Button>
          <Button keys="u" onClick={undo}>
            Undo
          </Button>
        </span>
      </ReasonPopover>
    </section>
  )
}

/** The bar while its example is on its way or could not be read: one can still move on. */
export function VerdictBarWaiting({ place, isFailed }: { place: Place; isFailed: boolean }) {
  const { back, skip } = useMoves(place)
  return (
    <section className="verdict-bar" aria-label="Verdict and decision" data-area>
      <div className="verdict-why">
        {isFailed ? <span className="muted">This example cannot be shown</span> : <Skeleton lines={2} height={12} width={320} />}
      </div>
      <PlaceMark place={place} />
      <Button keys="[" disabled={place.previous === null} onClick={back}>
        Previous
      </Button>
      <Button keys="]" disabled={place.next === null} onClick={skip}>
        Next
      </Button>
    </section>
  )
}

function useMoves({ previous, next }: Place): { back: () => void; skip: () => void } {
  const back = () => {
    if (previous !== null) navigate({ screen: 'example', id: previous, message: null })
  }
  const skip = () => {
    if (next !== null) navigate({ screen: 'example', id: next, message: null })
  }
  useKeys([
    { key: '[', name: 'Previous example', group: 'Move', run: back },
    { key: ']', name: 'Next example', group: 'Move', run: skip },
  ])
  return { back, skip }
}

function PlaceMark({ place }: { place: Place }) {
  if (place.position === null) return <span className="muted standing-text">{place.total > 0 ? 'not in the selection' : ''}</span>
  return (
    <span className="standing">
      <span className="muted standing-text">
        {formatCount(place.position + 1)} of {formatCount(place.total)}
      </span>
      <ProgressBar done={place.position + 1} total={place.total} label="Place in the selection" />
    </span>
  )
}
