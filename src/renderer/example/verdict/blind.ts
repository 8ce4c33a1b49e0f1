import { createContext, useContext } from 'react'
import type { Said } from '../../state/outbox.ts'
import type { Place } from '../logic/place.ts'
import type { Detail, Row } from '../types.ts'

/** True where what the recipe and others say of the open example is hidden, because its reader has not answered yet. */
export const BlindContext = createContext(false)

/** See {@link BlindContext}. */
export function useIsHidden(): boolean {
  return useContext(BlindContext)
}

/** What is asked before an example is shown. */
export interface BlindQuestion {
  /** The person's own switch. */
  isBlind: boolean
  /** In a queue whose word on it is not here yet: hidden until then. */
  isPlaceAwaited: boolean
  place: Place
  reviewer: string
  row: Row
}

/** Whether the verdict, findings and others' answers stay hidden: in blind review, until one's own answer stands. */
export function isHidden({ isBlind, isPlaceAwaited, place, reviewer, row }: BlindQuestion): boolean {
  return (isBlind || isPlaceAwaited || place.queue?.isBlind === true) && !row.decidedBy.includes(reviewer)
}

/** The example without what the recipe and people say of it. */
export function withoutOpinions(detail: Detail): Detail {
  const nobody = {
    decision: null,
    decisionReason: null,
    note: null,
    reviewer: null,
    decidedBy: [],
    isDisputed: false,
    isStale: false,
    tags: [],
  }
  return { ...detail, row: { ...detail.row, ...nobody, verdict: null, reasons: [], outcome: null }, opinions: [] }
}

/** The example as it will be once the host has heard what was said. */
export function withSaid(detail: Detail, said: Said | undefined): Detail {
  if (!said) return detail
  const others = detail.opinions.filter(({ reviewer }) => reviewer !== said.reviewer)
  const { reviewer, reason, note } = said
  if (said.kind !== 'accept' && said.kind !== 'reject') {
    const row = { ...detail.row, decision: null, decisionReason: null, decidedBy: others.map((one) => one.reviewer) }
    return { ...detail, row, opinions: others }
  }
  const decidedBy = [...detail.row.decidedBy.filter((one) => one !== reviewer), reviewer]
  return { ...detail, row: { ...detail.row, decision: said.kind, decisionReason: reason, note, reviewer, decidedBy, isDisputed: false } }
}
