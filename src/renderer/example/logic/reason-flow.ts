/** A person's answer about an example. */
export type Decision = 'accept' | 'reject'

/** What the recipe says of it; null when it has not spoken, or when that is hidden. */
type Verdict = 'keep' | 'drop' | null

/** Where deciding stands. */
export type ReasonFlow =
  | { kind: 'idle' }
  /** The panel is open: the person speaks against the recipe, or asked for it (`isChosen`: the answer can be changed in it). */
  | { kind: 'asking'; decision: Decision; reason: string | null; note: string; verdict: Verdict; isChosen: boolean; error: string | null }
  /** The note box is open, without a decision. */
  | { kind: 'noting'; note: string; error: string | null }

/** What happens to it. */
export type ReasonEvent =
  | { kind: 'decide'; decision: Decision; verdict: Verdict }
  /** Opens the panel whatever is contradicted, with the answer that goes against the recipe. */
  | { kind: 'override'; verdict: Verdict }
  | { kind: 'choose'; decision: Decision }
  | { kind: 'pick-reason'; code: string }
  /** Picks a reason and decides with it. */
  | { kind: 'decide-for'; code: string }
  | { kind: 'write-note'; note: string }
  | { kind: 'note'; current: string | null }
  /** `goesOn`: to the next example after a note. */
  | { kind: 'confirm'; goesOn?: boolean }
  | { kind: 'cancel' }

/** What is said to the host, if anything. */
export type ReasonOrder =
  | { kind: 'decide'; decision: Decision; reason: string | null; note: string | null }
  | { kind: 'note'; note: string; goesOn: boolean }
  | null

interface Turn {
  flow: ReasonFlow
  order: ReasonOrder
}

/** The start: nothing asked. */
export const IDLE: ReasonFlow = { kind: 'idle' }

/** True when a decision says the opposite of the recipe. No verdict is nothing to contradict. */
export function contradicts(decision: Decision, verdict: Verdict): boolean {
  return verdict !== null && (decision === 'accept') !== (verdict === 'keep')
}

/** One step of deciding. Agreeing orders at once; contradicting asks for a reason first, and one digit gives it. */
export function nextReasonFlow(flow: ReasonFlow, event: ReasonEvent): Turn {
  switch (event.kind) {
    case 'decide':
      return contradicts(event.decision, event.verdict) ? stay(ask(event.decision, event.verdict, false)) : say(event.decision, null, '')
    case 'override':
      return stay(ask(event.verdict === 'drop' ? 'accept' : 'reject', event.verdict, true))
    case 'choose':
      return stay(flow.kind === 'asking' ? { ...flow, decision: event.decision, reason: null, error: null } : flow)
    case 'pick-reason':
      return stay(flow.kind === 'asking' ? { ...flow, reason: flow.reason === event.code ? null : event.code, error: null } : flow)
    case 'decide-for':
      return flow.kind === 'asking' ? say(flow.decision, event.code, flow.note) : stay(flow)
    case 'write-note':
      return stay(flow.kind === 'idle' ? flow : { ...flow, note: event.note, error: null })
    case 'note':
      return stay({ kind: 'noting', note: event.current ?? '', error: null })
    case 'confirm':
      return confirm(flow, event.goesOn ?? false)
    case 'cancel':
      return stay(IDLE)
  }
}

function stay(flow: ReasonFlow): Turn {
  return { flow, order: null }
}

function ask(decision: Decision, verdict: Verdict, isChosen: boolean): ReasonFlow {
  return { kind: 'asking', decision, reason: null, note: '', verdict, isChosen, error: null }
}

function say(decision: Decision, reason: string | null, note: string): Turn {
  return { flow: IDLE, order: { kind: 'decide', decision, reason, note: note.trim() || null } }
}

function confirm(flow: ReasonFlow, goesOn: boolean): Turn {
  if (flow.kind === 'idle') return stay(flow)
  if (flow.kind === 'asking') {
    if (flow.reason !== null || !contradicts(flow.decision, flow.verdict)) return say(flow.decision, flow.reason, flow.note)
    return stay({ ...flow, error: 'Pick a reason: this goes against the recipe, and the ledger keeps why.' })
  }
  const note = flow.note.trim()
  if (note === '') return stay({ ...flow, error: 'Write something, or press Esc to leave it.' })
  return { flow: IDLE, order: { kind: 'note', note, goesOn } }
}
