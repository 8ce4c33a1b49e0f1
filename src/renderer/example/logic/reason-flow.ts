/** A person's answer about an example. */
export type Decision = 'accept' | 'reject'

/** Where deciding stands. */
export type ReasonFlow =
  | { kind: 'idle' }
  /** The popover is open: a reason is wanted because the person speaks against the recipe (or asked to give one). */
  | { kind: 'asking'; decision: Decision; reason: string | null; note: string; isReasonNeeded: boolean; error: string | null }
  /** The note box is open, without a decision. */
  | { kind: 'noting'; note: string }
  /** A call is on its way. */
  | { kind: 'sending' }

/** What happens to it. */
export type ReasonEvent =
  /** `asks` opens the popover even when nothing is contradicted. */
  | { kind: 'decide'; decision: Decision; verdict: 'keep' | 'drop' | null; asks?: boolean }
  | { kind: 'pick-reason'; code: string }
  | { kind: 'write-note'; note: string }
  | { kind: 'note'; current: string | null }
  | { kind: 'confirm' }
  | { kind: 'cancel' }
  | { kind: 'settled' }

/** What goes to the host, if anything. */
export type ReasonOrder =
  | { kind: 'decide'; decision: Decision; reason: string | null; note: string | null }
  | { kind: 'note'; note: string }
  | null

/** The start: nothing asked, nothing sent. */
export const IDLE: ReasonFlow = { kind: 'idle' }

/** True when a decision says the opposite of the recipe. No verdict is nothing to contradict. */
export function contradicts(decision: Decision, verdict: 'keep' | 'drop' | null): boolean {
  return verdict !== null && (decision === 'accept') !== (verdict === 'keep')
}

/**
 * One step of deciding. Agreeing orders at once; contradicting asks for a reason first. While a call is on its way every press is
 * dropped, so that a held key never decides the next example.
 */
export function nextReasonFlow(flow: ReasonFlow, event: ReasonEvent): { flow: ReasonFlow; order: ReasonOrder } {
  switch (event.kind) {
    case 'decide':
      return flow.kind === 'sending' ? stay(flow) : decide(event)
    case 'note':
      return flow.kind === 'sending' ? stay(flow) : stay({ kind: 'noting', note: event.current ?? '' })
    case 'pick-reason':
      return stay(flow.kind === 'asking' ? { ...flow, reason: flow.reason === event.code ? null : event.code, error: null } : flow)
    case 'write-note':
      return stay(flow.kind === 'asking' || flow.kind === 'noting' ? { ...flow, note: event.note } : flow)
    case 'confirm':
      return confirm(flow)
    case 'cancel':
      return stay(flow.kind === 'sending' ? flow : IDLE)
    case 'settled':
      return stay(IDLE)
  }
}

function stay(flow: ReasonFlow): { flow: ReasonFlow; order: ReasonOrder } {
  return { flow, order: null }
}

function decide({ decision, verdict, asks = false }: Extract<ReasonEvent, { kind: 'decide' }>): { flow: ReasonFlow; order: ReasonOrder } {
  const isReasonNeeded = contradicts(decision, verdict)
  if (isReasonNeeded || asks) return stay({ kind: 'asking', decision, reason: null, note: '', isReasonNeeded, error: null })
  return { flow: { kind: 'sending' }, order: { kind: 'decide', decision, reason: null, note: null } }
}

function confirm(flow: ReasonFlow): { flow: ReasonFlow; order: ReasonOrder } {
  if (flow.kind === 'noting') return { flow: { kind: 'sending' }, order: { kind: 'note', note: flow.note.trim() } }
  if (flow.kind !== 'asking') return stay(flow)
  if (flow.isReasonNeeded && flow.reason === null) {
    return stay({ ...flow, error: 'Pick a reason: this goes against the recipe, and the ledger keeps why.' })
  }
  const note = flow.note.trim()
  return {
    flow: { kind: 'sending' },
    order: { kind: 'decide', decision: flow.decision, reason: flow.reason, note: note === '' ? null : note },
  }
}
