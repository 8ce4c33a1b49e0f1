import type { CallView, Detail, MessageView } from '../types.ts'
import { titleOfCall } from './call-title.ts'
import { visibleText } from './split-text.ts'
import { type StepTokens, stepTokens } from './token-parts.ts'

/** What happened in a step; the strongest wins: a finding over an error over a test over an edit over the end. */
export type StepMark = 'plain' | 'edit' | 'test' | 'error' | 'finish' | 'finding'

/** What the outline can be narrowed to, and a jump can look for. */
export const STEP_KINDS = ['edit', 'test', 'error', 'finding', 'thought', 'masked'] as const

/** See {@link STEP_KINDS}. */
export type StepKind = (typeof STEP_KINDS)[number]

/** One line of the outline: a step, or a message outside every step. */
export interface OutlineEntry {
  /** Message it begins at. */
  message: number
  /** All its messages, in order. */
  messages: number[]
  /** Step number from 1; null for system, task and stray messages. */
  step: number | null
  title: string
  mark: StepMark
  isEdit: boolean
  isTest: boolean
  isError: boolean
  /** Something was found in one of its messages. */
  isFound: boolean
  /** The turn thinks and does nothing. */
  isThought: boolean
  /** One of its messages is left out of the loss. */
  isMasked: boolean
  /** Steps that say the same here are of one kind; null for a turn of several calls or none. */
  like: string | null
  tokens: number
  /** The same apart. */
  tokenParts: StepTokens
}

const NOTHING: ReadonlySet<number> = new Set()

/** The run in lines: every message belongs to exactly one entry, in reading order. `found`: messages with findings; `masked`: those out of the loss. */
export function outlineOf(detail: Pick<Detail, 'messages' | 'steps'>, found = NOTHING, masked = NOTHING): OutlineEntry[] {
  const byIndex = new Map(detail.messages.map((message) => [message.index, message]))
  const taken = new Set(detail.steps.flatMap((step) => [step.messageIndex, ...step.resultIndexes]))
  const firstUser = detail.messages.find((message) => message.role === 'user' && !message.result)?.index
  const steps = detail.steps.flatMap((step) => {
    const turn = byIndex.get(step.messageIndex)
    return turn ? [stepEntry(turn, step.number, present(step.resultIndexes.map((index) => byIndex.get(index))))] : []
  })
  const strays = detail.messages.filter((message) => !taken.has(message.index)).map((message) => strayEntry(message, firstUser))
  return [...steps, ...strays]
    .sort((a, b) => a.message - b.message)
    .map((entry) => {
      const isMasked = entry.messages.some((message) => masked.has(message))
      return entry.messages.some((message) => found.has(message))
        ? { ...entry, isMasked, isFound: true, mark: 'finding' }
        : { ...entry, isMasked }
    })
}

function present<Item>(items: (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined)
}

function stepEntry(turn: MessageView, step: number, results: MessageView[]): OutlineEntry {
  const { calls } = turn
  const isError = results.some((result) => result.result?.isError === true)
  const isTest = calls.some((call) => call.isTest)
  const isEdit = calls.some((call) => call.isEdit)
  const isFinish = calls.some((call) => call.isEnd)
  return {
    message: turn.index,
    messages: [turn.index, ...results.map((result) => result.index)],
    step,
    title: `${titleOfCalls(turn)}${isError && isTest ? ' · failed' : ''}`,
    mark: isError ? 'error' : isTest ? 'test' : isEdit ? 'edit' : isFinish ? 'finish' : 'plain',
    isEdit,
    isTest,
    isError,
    isFound: false,
    isThought: calls.every((call) => call.act.kind === 'think'),
    isMasked: false,
    like: calls.length === 1 && calls[0] ? likenessOf(calls[0]) : null,
    tokens: turn.tokens + results.reduce((sum, result) => sum + result.tokens, 0),
    tokenParts: stepTokens(turn, results),
  }
}

/** The most telling call stands for a turn; the number of the others follows. */
function titleOfCalls(turn: MessageView): string {
  const chosen = turn.calls.find((call) => call.isTest) ?? turn.calls.find((call) => call.isEdit) ?? turn.calls[0]
  if (!chosen) return firstWords(turn)
  const others = turn.calls.length - 1
  return `${titleOfCall(chosen)}${others > 0 ? ` +${others}` : ''}`
}

/** The tool, what is done with it, and of a shell command its program. */
function likenessOf(call: CallView): string {
  const { act, name, isTest, isEdit } = call
  const what = act.kind === 'edit' ? act.change.kind : act.kind === 'shell' ? titleOfCall(call).split(' ', 1)[0] : act.kind
  return `${name}/${what}${isTest ? '/test' : ''}${isEdit ? '/edit' : ''}`
}

function firstWords(message: MessageView): string {
  const text = visibleText((message.content.text || message.reasoning?.text || '').slice(0, 200))
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? 'empty message' : text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function strayEntry(message: MessageView, firstUser: number | undefined): OutlineEntry {
  const isError = message.result?.isError === true
  return {
    message: message.index,
    messages: [message.index],
    step: null,
    title: strayTitle(message, firstUser),
    mark: isError ? 'error' : 'plain',
    isEdit: false,
    isTest: false,
    isError,
    isFound: false,
    isThought: false,
    isMasked: false,
    like: null,
    tokens: message.tokens,
    tokenParts: stepTokens(message, []),
  }
}

function strayTitle(message: MessageView, firstUser: number | undefined): string {
  if (message.result) return 'Result without a call'
  if (message.role === 'system') return 'System'
  if (message.index === firstUser) return 'Task'
  return message.role === 'user' ? 'User' : firstWords(message)
}

/** Keeps the entries that are of any of the kinds; all of them when no kind is asked for. */
export function filterOutline(entries: readonly OutlineEntry[], kinds: readonly StepKind[]): OutlineEntry[] {
  return entries.filter((entry) => kinds.length === 0 || kinds.some((kind) => IS[kind](entry)))
}

/** True when an entry has what is asked for. */
export const IS: Record<StepKind, (entry: OutlineEntry) => boolean> = {
  edit: (entry) => entry.isEdit,
  test: (entry) => entry.isTest,
  error: (entry) => entry.isError,
  finding: (entry) => entry.isFound,
  thought: (entry) => entry.isThought,
  masked: (entry) => entry.isMasked,
}

/** The entry a message belongs to: where the reader is. */
export function entryOfMessage(entries: readonly OutlineEntry[], message: number): OutlineEntry | undefined {
  return entries.find((entry) => entry.messages.includes(message)) ?? entries.findLast((entry) => entry.message <= message)
}

/** The step that costs most, the first of equals; undefined without steps. */
export function heaviestStep(entries: readonly OutlineEntry[]): OutlineEntry | undefined {
  const steps = entries.filter((entry) => entry.step !== null)
  return steps.reduce<OutlineEntry | undefined>((most, entry) => (most && most.tokens >= entry.tokens ? most : entry), undefined)
}

/** The call a result answers, if there is one. */
export function callOfResult(messages: readonly MessageView[], result: MessageView): CallView | undefined {
  const place = result.result?.call
  return place ? messages[place.messageIndex]?.calls[place.callIndex] : undefined
}
