import { useQuery } from '@tanstack/react-query'
import { Flag, NotebookPen, Redo2, Scale, Undo2 } from 'lucide-react'
import { useApi } from '../../api/use-api.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useDecide } from '../../state/use-decide.ts'
import { useSettings } from '../../state/use-settings.ts'
import { Button, Skeleton, toast } from '../../widgets/index.ts'
import { contradicts, type Decision } from '../logic/reason-flow.ts'
import { reasonsQuery } from '../queries.ts'
import type { Detail, Row } from '../types.ts'
import type { PlaceHere } from '../use-place.ts'
import { DecisionLine } from './decision-line.tsx'
import { Overridden } from './overridden.tsx'
import { PlaceMark } from './place-mark.tsx'
import { ReasonPopover } from './reason-popover.tsx'
import { TagEditor } from './tag-editor.tsx'
import { UnsavedMark } from './unsaved-mark.tsx'
import { type Ending, type Moves, useMoves } from './use-moves.ts'
import { STILL_LOADING, useReviewFlow } from './use-review-flow.ts'
import './verdict-bar.css'
import { VerdictLine } from './verdict-line.tsx'

interface VerdictBarProps {
  detail: Detail
  here: PlaceHere
  ending: Ending
}

/** The foot of the screen: what the recipe says, what people said, and the keys to answer with. It never moves. */
export function VerdictBar({ detail, here, ending }: VerdictBarProps) {
  const api = useApi()
  const { row } = detail
  const { reviewer } = useSettings().settings
  const { tag, flag } = useDecide()
  const reasons = useQuery(reasonsQuery(api)).data ?? []
  const moves = useMoves(row.id, here, ending)
  const { flow, send, undo, redo } = useReviewFlow({ detail, here, moves, reasons, ending })
  const { queue } = here.walk
  const answers: Answers = {
    decide: (decision) => send({ kind: 'decide', decision, verdict: row.verdict }),
    override: () => send({ kind: 'override', verdict: row.verdict }),
    note: () => send({ kind: 'note', current: row.note }),
    flag: () => void flag(row, !row.isFlagged, { queue }),
    skip: moves.skip,
    undo,
    redo,
  }
  useAnswerKeys(answers)
  return (
    <section className="verdict-bar" aria-label="Verdict and decision" data-area>
      <div className="verdict-why">
        <VerdictLine row={row} />
        <DecisionLine detail={detail} reviewer={reviewer} overridden={<Overridden row={row} />} />
      </div>
      <div className="verdict-do">
        <UnsavedMark row={row} reviewer={reviewer} />
        <PlaceMark place={here.place} moves={moves} />
        <ReasonPopover flow={flow} send={send} reasons={reasons}>
          <AnswerButtons row={row} answers={answers}>
            <TagEditor tags={row.tags} onChange={(change) => void tag(row, change, { queue })} />
          </AnswerButtons>
        </ReasonPopover>
      </div>
    </section>
  )
}

interface Answers {
  decide: (decision: Decision) => void
  override: () => void
  note: () => void
  flag: () => void
  skip: () => void
  undo: () => void
  redo: () => void
}

function useAnswerKeys({ decide, override, note, flag, skip, undo, redo }: Answers): void {
  useKeys([
    { key: 'a', name: 'Accept', group: 'Decide', run: () => decide('accept') },
    { key: 'x', name: 'Reject', group: 'Decide', run: () => decide('reject') },
    { key: 'Space', name: 'Skip', group: 'Decide', run: skip },
    { key: 'o', name: 'Override', group: 'Decide', run: override },
    { key: 'n', name: 'Note', group: 'Decide', run: note },
    { key: 'f', name: 'Flag', group: 'Decide', run: flag },
    { key: 'u', name: 'Undo', group: 'Decide', run: undo },
    { key: 'Mod+Z', name: 'Undo', group: 'Decide', run: undo },
    { key: 'Mod+Shift+Z', name: 'Redo', group: 'Decide', run: redo },
  ])
}

/** Every key of the bar as a button. */
function AnswerButtons({ row, answers, children }: { row: Row; answers: Answers; children: React.ReactNode }) {
  const { decide, override, note, flag, skip, undo, redo } = answers
  const more = { kind: 'ghost', className: 'verdict-more' } as const
  return (
    <span className="verdict-buttons">
      <Button kind="drop" keys="x" onClick={() => decide('reject')}>
        {contradicts('reject', row.verdict) ? 'Reject with reason' : 'Reject'}
      </Button>
      <Button keys="Space" onClick={skip}>
        Skip
      </Button>
      <Button kind="keep" keys="a" onClick={() => decide('accept')}>
        {contradicts('accept', row.verdict) ? 'Accept with reason' : 'Accept'}
      </Button>
      <Button
        {...more}
        keys="o"
        aria-label="Override"
        title="Override: accept or reject with a reason"
        icon={<Scale size={14} aria-hidden />}
        onClick={override}
      />
      <Button {...more} keys="n" aria-label="Note" title="Note" icon={<NotebookPen size={14} aria-hidden />} onClick={note} />
      <Button
        {...more}
        keys="f"
        aria-label="Flag"
        title="Flag"
        aria-pressed={row.isFlagged}
        icon={<Flag size={14} aria-hidden />}
        onClick={flag}
      />
      {children}
      <Button {...more} keys="u" aria-label="Undo" title="Undo" icon={<Undo2 size={14} aria-hidden />} onClick={undo} />
      <Button {...more} keys="Mod+Shift+Z" aria-label="Redo" title="Redo" icon={<Redo2 size={14} aria-hidden />} onClick={redo} />
    </span>
  )
}

interface WaitingProps {
  id: string
  here: PlaceHere
  isFailed: boolean
  ending: Ending
}

/** The bar while its example is on its way or could not be read: one can still move on, and a decision pressed too early is refused aloud. */
export function VerdictBarWaiting({ id, here, isFailed, ending }: WaitingProps) {
  const moves: Moves = useMoves(id, here, ending)
  const refuse = () => toast({ text: isFailed ? 'This example cannot be shown: nothing was decided' : STILL_LOADING, tone: 'drop' })
  useKeys([
    { key: 'a', name: 'Accept', group: 'Decide', run: refuse },
    { key: 'x', name: 'Reject', group: 'Decide', run: refuse },
    { key: 'Space', name: 'Skip', group: 'Decide', run: moves.skip },
  ])
  return (
    <section className="verdict-bar" aria-label="Verdict and decision" data-area>
      <div className="verdict-why">
        {isFailed ? <span className="muted">This example cannot be shown</span> : <Skeleton lines={2} height={12} width={320} />}
      </div>
      <div className="verdict-do">
        <PlaceMark place={here.place} moves={moves} />
        <span className="verdict-buttons">
          <Button keys="Space" onClick={moves.skip}>
            Skip
          </Button>
        </span>
      </div>
    </section>
  )
}
