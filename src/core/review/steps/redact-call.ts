import type { Call, CallAct, Json } from '#record'
import { type Blackout, blackoutsIn, redactText, type TextForm } from './redact-text.ts'

/** How the arguments of a call are written: as JSON where they are some. */
export function argumentsFormOf({ protocol, argumentsText, argumentsError }: Call): TextForm {
  return protocol === 'structured' && argumentsError === null && argumentsText.trim() !== '' ? 'json' : 'plain'
}

/** A call without these spans of its arguments text, which are read again; what the call does is told without them too. */
export function redactCall(call: Call, blackouts: readonly Blackout[]): Call {
  if (blackouts.length === 0) return call
  const form = argumentsFormOf(call)
  const argumentsText = redactText(call.argumentsText, blackouts, form)
  const gone = eachOnce(
    blackoutsIn(call.argumentsText, blackouts, form).map(({ start, end, replacement }) => ({
      text: spoken(call.argumentsText.slice(start, end), form),
      replacement,
    })),
  )
  const read =
    form === 'json' ? readAgain(argumentsText) : { arguments: withoutTexts(call.arguments, gone), argumentsError: call.argumentsError }
  return { ...call, argumentsText, ...read, act: actWithout(call.act, gone) }
}

/**
 * A call that is written into its message's text, which has lost these spans. Its arguments are a piece of that text: they lose what they have of each
 * span, or, where the piece stands there more than once, every occurrence of a span's text.
 */
export function redactWrittenCall(call: Call, content: string, blackouts: readonly Blackout[]): Call {
  const { argumentsText } = call
  const at = content.indexOf(argumentsText)
  if (at === -1 || at !== content.lastIndexOf(argumentsText)) {
    return redactCall(
      call,
      blackouts.flatMap(({ start, end, replacement }) => spansOf(argumentsText, content.slice(start, end), replacement)),
    )
  }
  const inside = blackouts.map((one) => ({ ...one, start: Math.max(one.start - at, 0), end: Math.min(one.end - at, argumentsText.length) }))
  return redactCall(
    call,
    inside.filter(({ start, end }) => start < end),
  )
}

function spansOf(text: string, wanted: string, replacement: string): Blackout[] {
  const spans: Blackout[] = []
  if (wanted === '') return spans
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + wanted.length)) {
    spans.push({ start, end: start + wanted.length, replacement })
  }
  return spans
}

function readAgain(argumentsText: string): Pick<Call, 'arguments' | 'argumentsError'> {
  try {
    return { arguments: JSON.parse(argumentsText) as Json, argumentsError: null }
  } catch {
    return { arguments: null, argumentsError: 'a redaction took more than the text of it' }
  }
}

/** A piece of a JSON text as it is read. */
function spoken(piece: string, form: TextForm): string {
  if (form !== 'json') return piece
  try {
    return String(JSON.parse(`"${piece}"`))
  } catch {
    return piece
  }
}

interface Gone {
  text: string
  replacement: string
}

/** A thousand places of one word are one word to look for. */
function eachOnce(gone: readonly Gone[]): Gone[] {
  return [...new Map(gone.map((one) => [one.text, one])).values()]
}

function without(text: string, gone: readonly Gone[]): string {
  return gone.reduce((rest, one) => (one.text === '' ? rest : rest.replaceAll(one.text, () => one.replacement)), text)
}

function withoutTexts(value: Json, gone: readonly Gone[]): Json {
  if (typeof value === 'string') return without(value, gone)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item, gone))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutTexts(item ?? null, gone)]))
}

function actWithout(act: CallAct, gone: readonly Gone[]): CallAct {
  switch (act.kind) {
    case 'shell':
      return { ...act, command: without(act.command, gone) }
    case 'think':
      return { ...act, thought: without(act.thought, gone) }
    case 'view':
      return { ...act, path: without(act.path, gone) }
    case 'edit':
      return { ...act, path: without(act.path, gone), change: changeWithout(act.change, gone) }
    default:
      return act
  }
}

function changeWithout(change: Extract<CallAct, { kind: 'edit' }>['change'], gone: readonly Gone[]) {
  if (change.kind === 'undo') return change
  if (change.kind === 'replace') return { ...change, before: without(change.before, gone), after: without(change.after, gone) }
  return { ...change, text: without(change.text, gone) }
}
