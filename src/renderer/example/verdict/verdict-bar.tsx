import { useQuery } from '@tanstack/react-query'
import { Flag, NotebookPen, Redo2, Scale } from 'lucide-react'
import { useApi } from '../../api/use-api.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useDecide } from '../../state/use-decide.ts'
import { useSettings } from '../../state/use-settings.ts'
import { Button, IconButton, Skeleton, Tooltip, toast } from '../../widgets/index.ts'
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
  return (
    <span className="verdict-buttons">
      <AnswerButton decision="reject" verdict={row.verdict} onClick={() => decide('reject')} />
      <Button keys="Space" onClick={skip}>
        Skip
      </Button>
      <AnswerButton decision="accept" verdict={row.verdict} onClick={() => decide('accept')} />
      <span className="verdict-more">
        <Tooltip text="Override: accept or reject with a reason" keys="o">
          <Button
            kind="ghost"
            className="button-icon"
            keys="o"
            aria-label="Override"
            icon={<Scale size={14} aria-hidden />}
            onClick={override}
          />
        </Tooltip>
        <IconButton label="Note" keys="n" icon={<NotebookPen size={14} aria-hidden />} onClick={note} />
        <IconButton label="Flag" keys="f" aria-pressed={row.isFlagged} icon={<Flag size={14} aria-hidden />} onClick={flag} />
        {children}
        <IconButton label="Redo" keys="Mod+Shift+Z" icon={<Redo2 size={14} aria-hidden />} onClick={redo} />
      </span>
      <Button keys="u" onClick={undo}>
        Undo
      </Button>
    </span>
  )
}

const ANSWERS = { accept: { word: 'Accept', key: 'a', kind: 'keep' }, reject: { word: 'Reject', key: 'x', kind: 'drop' } } as const

/** As wide with "with reason" as without: the next button stands where it stood. */
function AnswerButton({ decision, verdict, onClick }: { decision: Decision; verdict: Row['verdict']; onClick: () => void }) {
  const { word, key, kind } = ANSWERS[decision]
  return (
    <Button kind={kind} className="verdict-answer" keys={key} onClick={onClick}>
      <span>
        {word}
        {contradicts(decision, verdict) && <span className="with-reason"> with reason</span>}
      </span>
    </Button>
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
