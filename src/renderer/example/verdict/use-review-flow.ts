import { useQueryClient } from '@tanstack/react-query'
import { useReducer, useRef } from 'react'
import { useApi } from '../../api/use-api.ts'
import { useHostState } from '../../api/use-host.ts'
import { navigate, routeFromHash } from '../../app/route.ts'
import { useDecide } from '../../state/use-decide.ts'
import { formatCount, toast } from '../../widgets/index.ts'
import type { Place } from '../logic/place.ts'
import { IDLE, nextReasonFlow, type ReasonEvent, type ReasonFlow, type ReasonOrder } from '../logic/reason-flow.ts'
import { detailQuery } from '../queries.ts'
import type { Detail, ReasonCode } from '../types.ts'
import type { PlaceHere } from '../use-place.ts'
import { useIsHidden } from './blind.ts'
import { useDrawn } from './use-drawn.ts'
import type { Ending, Moves } from './use-moves.ts'

/** Deciding about one example: what is asked, and what a press does. */
export interface ReviewFlow {
  flow: ReasonFlow
  send: (event: ReasonEvent) => void
  undo: () => void
  redo: () => void
}

interface ReviewFlowOptions {
  detail: Detail
  here: PlaceHere
  moves: Moves
  reasons: readonly ReasonCode[]
  ending: Ending
}

/**
 * Joins the reason flow to the host. A decision goes out in the background and the next example comes at once; every press is about the example on show,
 * and one that cannot be carried out says so.
 */
export function useReviewFlow({ detail: { row }, here, moves, reasons, ending }: ReviewFlowOptions): ReviewFlow {
  const api = useApi()
  const client = useQueryClient()
  const isBlind = useIsHidden()
  const isHostThere = useHostState().kind === 'ready'
  const isDrawn = useDrawn(row.id)
  const { decide, undo, redo } = useDecide()
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  // Read and written in one step: two presses within one frame must not both see the same state.
  const asked = useRef<{ of: string; flow: ReasonFlow }>({ of: row.id, flow: IDLE })
  const flow = asked.current.of === row.id ? asked.current.flow : IDLE
  const { queue } = here.walk

  const goBack = async (takeBack: typeof undo) => {
    const entry = await takeBack()
    const route = routeFromHash(window.location.hash)
    if (!entry || route.screen !== 'example') return
    await client.prefetchQuery(detailQuery(api, entry.exampleId))
    ending.onBack()
    if (entry.exampleId !== route.id) navigate({ screen: 'example', id: entry.exampleId, message: null, queue })
  }

  const carryOut = (order: NonNullable<ReasonOrder>) => {
    if (order.kind === 'note') {
      void decide(row, { kind: 'note', note: order.note }, { queue })
      if (order.goesOn) moves.pass()
      return
    }
    const { decision, reason, note } = order
    const told = { queue, tail: tailOf(order, here.place, reasons), onUndo: () => void goBack(undo) }
    void decide(row, { kind: decision, reason, note, isBlind }, told)
    moves.goOn()
  }

  const send = (event: ReasonEvent) => {
    const isAnswer = event.kind !== 'cancel' && event.kind !== 'write-note'
    const refusal = isAnswer ? refusalOf({ isDrawn: isDrawn(), isHostThere, isEnded: ending.isEnded }) : null
    // As a failure it stays beside the answers that arrive meanwhile.
    if (refusal !== null) return toast({ text: refusal, tone: 'drop' })
    const now = asked.current.of === row.id ? asked.current.flow : IDLE
    const next = nextReasonFlow(now, event)
    asked.current = { of: row.id, flow: next.flow }
    redraw()
    if (next.order) carryOut(next.order)
  }

  return { flow, send, undo: () => void goBack(undo), redo: () => void goBack(redo) }
}

/** Why an answer is not taken, or null. A press is never lost without a word. */
function refusalOf({ isDrawn, isHostThere, isEnded }: { isDrawn: boolean; isHostThere: boolean; isEnded: boolean }): string | null {
  if (!isHostThere) return 'The connection is lost: nothing was decided'
  if (isEnded) return 'Nothing is left here: go back, or undo'
  return isDrawn ? null : STILL_LOADING
}

/** What a press says that came before its example did. */
export const STILL_LOADING = 'Still loading: nothing was decided'

/** ": wrong fix, 12 left". */
function tailOf(order: NonNullable<ReasonOrder>, place: Place, reasons: readonly ReasonCode[]): string {
  if (order.kind === 'note') return ''
  const label = reasons.find((reason) => reason.code === order.reason && reason.decision === order.decision)?.label
  const left = place.position === null ? '' : place.left === 0 ? ', none left' : `, ${formatCount(place.left)} left`
  return `${label ? `: ${label.toLowerCase()}` : ''}${left}`
}
