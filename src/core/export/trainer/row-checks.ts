import { FaultError, MARKER_CHECKS, type MarkerCheck, type TargetId, type TrainerTokens } from '#record'
import type { RowContext, TargetFormat, TargetRow, Unit } from '../targets/target-format.ts'
import { oneOf } from '../targets/target-row.ts'
import { markerChecks, shown } from './marker-checks.ts'
import { type Reading, readingOf } from './reading.ts'
import { checkTexts } from './text-checks.ts'

/** What a trainer reads of a row, and the checks on it; the reading is null where the template stops. */
export interface CheckedRow {
  reading: Reading | null
  checks: MarkerCheck[]
}

/** A check that nothing is told of yet. */
type Untold = Omit<MarkerCheck, 'state' | 'text'>

/** Reads a row as its trainer does, and asks all but its length. */
export function checkRow(format: TargetFormat, unit: Unit, row: TargetRow, context: RowContext): CheckedRow {
  try {
    const left = withoutCut(unit, row)
    const { messages } = oneOf(left).edited.example
    const reading = readingOf(format, left, row, context)
    const checks = checkTexts(markerChecks(format, left, context), messages, reading, context.template?.controlWords ?? [])
    return { reading, checks: [...checks.map((check) => withPolicy(check, context)), trainedCheck(format, left, reading)] }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return { reading: null, checks: stoppedChecks(error.fault.message) }
  }
}

/** Reasoning that was moved into the text is no better off where the template drops it from there. */
function withPolicy(check: MarkerCheck, { policies, template }: RowContext): MarkerCheck {
  if (check.id !== 'reasoning' || check.state !== 'lost' || policies.reasoning !== 'into-content' || template === null) return check
  return {
    ...check,
    text: `${check.text}: the template takes it out of the text too, so reasoning=into-content does not help; choose a template that keeps it`,
  }
}

/** A unit without the messages that the policy for overlong rows cut off: what is not in the row is lost to no template. */
function withoutCut(unit: Unit, { notes }: TargetRow): Unit {
  const cut = new Set(notes.filter(({ kind, about }) => kind === 'lost' && about === 'length').flatMap(({ messages }) => messages))
  if (unit.kind === 'pair' || cut.size === 0) return unit
  const { row, edited } = unit.one
  const messages = edited.example.messages.filter(({ index }) => !cut.has(index))
  return { kind: 'example', one: { row, edited: { ...edited, example: { ...edited.example, messages } } } }
}

/** Nothing is read of a row that the template stops at. */
function stoppedChecks(said: string): MarkerCheck[] {
  return MARKER_CHECKS.filter((id) => id !== 'length').map((id) => ({
    id,
    state: id === 'messages' ? 'lost' : 'unknown',
    kept: null,
    of: null,
    messages: [],
    text: id === 'messages' ? said : 'the template stopped',
  }))
}

/** Why nobody can show what the trainer makes of a row, where no chat template says it. */
const UNSEEN: Partial<Record<TargetId, string>> = {
  llamafactory: 'LLaMA-Factory renders by templates of its own, not by a Jinja file: this is the row as it reads it',
  openai: 'nobody outside OpenAI can know what text its models see, or which of it is trained on beyond the weights',
}

function trainedCheck({ info }: TargetFormat, unit: Unit, { trained, places, template }: Reading): MarkerCheck {
  const none: Untold = { id: 'trained', kept: null, of: null, messages: [] }
  if (template === null)
    return { ...none, state: 'unknown', text: UNSEEN[info.id] ?? 'what is trained on is up to the trainer’s own template' }
  if (info.id === 'chatml') return { ...none, state: 'warn', text: 'all of the text is trained on: a text row has no mask' }
  if (trained === null) return { ...none, state: 'unknown', text: 'the template is written so that turns cannot be told apart in its text' }
  const { example, masked } = oneOf(unit).edited
  const isMasked = new Set(info.says.masks ? masked : [])
  const turns = example.messages.filter(({ role, index }) => role === 'assistant' && !isMasked.has(index))
  const spans = (index: number) => places.filter(({ messageIndex }) => messageIndex === index)
  const without = turns.filter(
    ({ index }) => !spans(index).some((place) => trained.some(({ start, end }) => start < place.end && place.start < end)),
  )
  const kept = turns.length - without.length
  return {
    id: 'trained',
    state: without.length > 0 || turns.length === 0 ? 'lost' : 'ok',
    kept,
    of: turns.length,
    messages: without.map(({ index }) => index),
    text:
      kept === 0
        ? '0 trained tokens: trainers refuse such a row, or learn nothing of it'
        : `${shown(kept)} of ${shown(turns.length)} turns are trained on`,
  }
}

/** The check of the length. */
export function lengthCheck(tokens: TrainerTokens | null, reading: Reading | null): MarkerCheck {
  const none: Untold = { id: 'length', kept: null, of: null, messages: [] }
  if (!reading) return { ...none, state: 'unknown', text: 'the template stopped' }
  if (reading.template === null)
    return { ...none, state: 'unknown', text: 'the tokens of a row are counted behind a chat template; none is chosen' }
  if (!tokens) return { ...none, state: 'unknown', text: 'the workspace’s tokenizer gives no ids; choose a model’s tokenizer.json' }
  const { total, contextLength, cut } = tokens
  if (!cut || contextLength === null) {
    const limit = contextLength === null ? '' : ` of the ${shown(contextLength)} that are read`
    return { ...none, state: 'ok', kept: total, of: total, text: `${shown(total)} tokens${limit}` }
  }
  const count = reading.roles.size
  return {
    ...none,
    state: 'lost',
    kept: contextLength,
    of: total,
    messages: [...reading.roles.keys()].filter((index) => index >= cut.messageIndex),
    text: `cut at token ${shown(contextLength)} of ${shown(total)} (message ${cut.messageIndex} of ${shown(count)})`,
  }
}
