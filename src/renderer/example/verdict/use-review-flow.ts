import { useQueryClient } from '@tanstack/react-query'
import { useReducer, useRef } from 'react'
import { useApi } from '../../api/use-api.ts'
import { navigate, routeFromHash } from '../../app/route.ts'
import { useDecide } from '../../state/use-decide.ts'
import { formatCount } from '../../widgets/index.ts'
import { IDLE, nextReasonFlow, type ReasonEvent, type ReasonFlow, type ReasonOrder } from '../logic/reason-flow.ts'
import { detailQuery } from '../queries.ts'
import type { ReasonCode, Row } from '../types.ts'
import type { Place } from '../use-place.ts'

/** Deciding about one example: what is asked, and what a press does. */
export interface ReviewFlow {
  flow: ReasonFlow
  send: (event: ReasonEvent) => void
  undo: () => void
}

/** Joins the reason flow to the host: orders go out, the answer is told, and the next example comes. */
export function useReviewFlow(row: Row, place: Place, reasons: readonly ReasonCode[]): ReviewFlow {
  const api = useApi()
  const client = useQueryClient()
  const { decide, undo } = useDecide()
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  // Read and written in one step: two presses within one frame must not both see "idle".
  const flow = useRef<ReasonFlow>(IDLE)

  const undoAndReturn = async () => {
    const undone = await undo()
    if (!undone) return
    void client.invalidateQueries({ queryKey: ['review', 'history'] })
    await client.prefetchQuery(detailQuery(api, undone.exampleId))
    if (undone.exampleId !== row.id) navigate({ screen: 'example', id: undone.exampleId, message: null })
  }

  const carryOut = async (order: NonNullable<ReasonOrder>) => {
    const say =
      order.kind === 'note' ? { kind: 'note' as const, note: order.note } : { kind: order.decision, reason: order.reason, note: order.note }
    const decided = await decide(row, say, { tail: tailOf(order, place, reasons), onUndo: () => void undoAndReturn() })
    send({ kind: 'settled' })
    void client.invalidateQueries({ queryKey: ['review', 'history', { id: row.id }] })
    if (!decided) void client.invalidateQueries({ queryKey: ['example', 'get', { id: row.id }] })
    else if (order.kind === 'decide' && place.next !== null && isAt(row.id)) navigate({ screen: 'example', id: place.next, message: null })
  }

  const send = (event: ReasonEvent) => {
    const next = nextReasonFlow(flow.current, event)
    flow.current = next.flow
    redraw()
    if (next.order) void carryOut(next.order)
  }

  return { flow: flow.current, send, undo: () => void undoAndReturn() }
}

/** False once the person has gone elsewhere while the answer was on its way: they are not pulled back. */
function isAt(id: string): boolean {
  const route = routeFromHash(window.location.hash)
  return route.screen === 'example' && route.id === id
}

/** ": wrong fix, 12 left". */
function tailOf(order: NonNullable<ReasonOrder>, place: Place, reasons: readonly ReasonCode[]): string {
  if (order.kind === 'note') return ''
  const label = reasons.find((reason) => reason.code === order.reason)?.label
  const left =
    place.position === null
      ? ''
      : place.next === null
        ? ', the last of the selection'
        : `, ${formatCount(place.total - place.position - 1)} left`
  return `${label ? `: ${label.toLowerCase()}` : ''}${left}`
}
