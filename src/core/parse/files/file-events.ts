import type { Call, EditChange, Example, Message } from '#record'
import { stepsOf } from '../steps-of.ts'
import { resultText } from './result-text.ts'
import { type ShellFile, shellFileOf } from './shell-file.ts'
import { mayChange } from './shell-reach.ts'
import { type ShownLines, shownLines } from './shown-lines.ts'
import { textOfChange, type WrittenCode, writtenCode } from './written-code.ts'

/** What a call did to files, as far as its own words tell; paths as the call names them. */
export interface CallTouch {
  call: Call
  messageIndex: number
  isEdit: boolean
  edited: readonly string[]
  read: readonly string[]
}

/** Something that happened to a file, or that showed it, at a step of the run. */
export type FileEvent = { step: number; path: string } & (
  | { kind: 'edit'; change: EditChange; shown: ShownLines | null }
  | { kind: 'see'; shown: ShownLines | null }
  | { kind: 'write'; text: string; isAppended: boolean }
  | { kind: 'lost'; why: string }
)

/** A command that may have changed files it does not name, told of each file by `reaches`. */
export interface WideEvent {
  step: number
  path: null
  kind: 'lost'
  why: string
  reaches: (path: string) => boolean
}

/** All of a run that is about files, in order. `touches`: one for each call, in the order of the run. */
export function fileEvents({ messages, harness }: Example, touches: readonly CallTouch[]): (FileEvent | WideEvent)[] {
  const steps = new Map(stepsOf(messages).map(({ messageIndex, number }) => [messageIndex, number]))
  const code = writtenCode()
  return touches.flatMap((touch) => {
    const step = steps.get(touch.messageIndex)
    const answer = touch.call.resultIndex === null ? undefined : messages[touch.call.resultIndex]
    if (step === undefined) return []
    if (touch.call.act.kind !== 'shell') return keepingCode(editorEvents(step, touch, answer), code)
    const simple = simpleEvents(step, touch.call.act.command, answer, harness)
    return simple ? keepingCode(simple, code) : shellEvents(step, touch, code.withCode(touch.call.act.command))
  })
}

function editorEvents(step: number, { call }: CallTouch, answer: Message | undefined): FileEvent[] {
  const { act } = call
  if ((act.kind !== 'view' && act.kind !== 'edit') || answer?.result?.isError === true) return []
  const asksAll = act.kind === 'view' ? viewsAll(call) : act.change.kind === 'undo'
  const shown = answer ? shownLines(answer.content, asksAll && answer.result?.isTruncated !== true) : null
  const path = shown?.path ?? act.path
  if (act.kind === 'edit') {
    return answer === undefined
      ? [{ step, path, kind: 'lost', why: `No result tells whether the edit of step ${step} was made.` }]
      : [{ step, path, kind: 'edit', change: act.change, shown }]
  }
  return answer === undefined || LISTING.test(answer.content.slice(0, 300)) ? [] : [{ step, path, kind: 'see', shown }]
}

/** How the editor begins to show a folder. */
const LISTING = /Here's the files and directories up to \d{1,3} levels deep in /

function viewsAll({ arguments: given }: Call): boolean {
  const range = given !== null && typeof given === 'object' && !Array.isArray(given) ? given.view_range : undefined
  if (range === undefined || range === null) return true
  return Array.isArray(range) && range.length === 2 && range[0] === 1 && range[1] === -1
}

function keepingCode(events: FileEvent[], code: WrittenCode): FileEvent[] {
  for (const event of events) {
    if (event.kind === 'edit') code.keep(event.path, textOfChange(event.change))
    if (event.kind === 'write') code.keep(event.path, event.text)
  }
  return events
}

/** What a command that only reads or writes one file did; null for any other command, and for a write that failed. */
function simpleEvents(step: number, script: string, answer: Message | undefined, harness: string | null): FileEvent[] | null {
  const file = shellFileOf(script)
  const isDone = answer !== undefined && answer.result?.isError !== true
  if (file?.kind === 'read') return isDone ? [{ step, path: file.path, kind: 'see', shown: printed(file, answer, harness) }] : []
  return file && isDone ? [{ step, path: file.path, kind: 'write', text: file.text, isAppended: file.kind === 'append' }] : null
}

function shellEvents(step: number, { edited, read, isEdit }: CallTouch, text: string): (FileEvent | WideEvent)[] {
  const why = `A shell command of step ${step} changed it in a way that is not followed.`
  const isWide = isEdit && edited.length === 0
  const reaches = (path: string) => isWide || edited.some((one) => isSameFile(path, one)) || mayChange(text, path)
  return [
    ...read.map((path): FileEvent => ({ step, path, kind: 'see', shown: null })),
    ...edited.map((path): FileEvent => ({ step, path, kind: 'lost', why })),
    { step, path: null, kind: 'lost', why: `A shell command of step ${step} may have changed it.`, reaches },
  ]
}

/** A path without its folder is any file of that name. */
function isSameFile(path: string, named: string): boolean {
  return path === named || (!named.startsWith('/') && path.endsWith(`/${named}`))
}

/**
 * The lines a program printed. Numbered ones say where they stand; bare ones are trusted where the harness hands output over as it is, which
 * mini-swe-agent does and OpenHands, which strips it, does not.
 */
function printed(file: Extract<ShellFile, { kind: 'read' }>, answer: Message, harness: string | null): ShownLines | null {
  if (answer.result?.isTruncated) return null
  if (file.isNumbered) return shownLines(answer.content, file.range === null)
  if (harness !== 'minisweagent' || answer.result?.exitCode !== 0) return null
  const lines = resultText(answer.content).split('\n')
  if (lines.at(-1) === '') lines.pop()
  const { first, last } = file.range ?? { first: 1, last: Number.POSITIVE_INFINITY }
  if (lines.length === 0 || lines.length > last - first + 1) return null
  return { first, lines, total: lines.length < last - first + 1 ? first - 1 + lines.length : null, path: null }
}
