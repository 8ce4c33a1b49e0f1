import { isDeepStrictEqual } from 'node:util'
import { type Call, isJsonObject, type Json, type JsonObject, type Message, type NoteAbout, type RowNote } from '#record'
import { type EditedExample, isWrittenInContent } from '#review'
import type { Seen, SeenCall, SeenMessage } from './seen.ts'

/** A number that no object holds as it is written, as hostile rows have it. */
const LONG_NUMBER = '12345678901234567890'

/** What a reader gave back of an example, and the notes made of it. */
export interface ReadBack {
  edited: EditedExample
  seen: Pick<Seen, 'messages'> & { tools?: JsonObject[] }
  notes: readonly RowNote[]
}

/** A message a trainer reads, with those of the row it was made of. */
interface Pairing {
  from: Message[]
  found: SeenMessage
}

/**
 * How a format sets the messages of a row. `ordered`: one for one · `moved`: results may stand elsewhere behind their turn, and more of them than the row has ·
 * `joined`: those of one side are one.
 */
export type MessageForm = 'ordered' | 'moved' | 'joined'

/** Whether a note about one of these names a message. */
type IsTold = (message: Message, ...about: NoteAbout[]) => boolean

/**
 * What of an example is not in what a trainer reads, and that no note tells with its message. Empty when every message, call, argument, reasoning, answer
 * and mask came back, or the notes name the loss. It knows the example alone, nothing of how targets write.
 */
export function untoldLosses({ edited, seen, notes }: ReadBack, form: MessageForm = 'ordered'): string[] {
  const is: IsTold = ({ index }, ...about) => notes.some((note) => about.includes(note.about) && note.messages.includes(index))
  const kept = edited.example.messages.filter((message) => !isGone(message, notes, is))
  const losses = (pairings: Pairing[] | string) => (typeof pairings === 'string' ? [pairings] : messageLosses(pairings, edited.masked, is))
  const found = losses(form === 'joined' ? joinedPairings(kept, seen.messages) : orderedPairings(kept, seen.messages))
  const isMoved = form === 'moved' && found.length > 0
  return [...(isMoved ? losses(movedPairings(kept, seen.messages)) : found), ...toolLosses(edited.example.tools, seen.tools, notes)]
}

function messageLosses(pairings: Pairing[], masked: readonly number[], is: IsTold): string[] {
  const idOf = (place: { messageIndex: number; callIndex: number }) => callAt(pairings, place)?.id
  return pairings.flatMap(({ from, found }) =>
    [
      ...roleLoss(from, found, is),
      ...textLoss(from, found, is),
      ...callLosses(from, found, is),
      ...answerLoss(from, found, idOf, is),
      ...maskLoss(from, found, masked, is),
    ].map((loss) => `message ${from.map(({ index }) => index).join('+')}: ${loss}`),
  )
}

/** A message that stays behind whole, as some note says. */
function isGone(message: Message, notes: readonly RowNote[], is: IsTold): boolean {
  const isLost = notes.some(({ kind, about, messages }) => kind === 'lost' && about === 'result' && messages.includes(message.index))
  return isLost || (is(message, 'length') && notes.some(({ policy }) => policy === 'overlong=cut'))
}

/** One for one. */
function orderedPairings(kept: Message[], seen: readonly SeenMessage[]): Pairing[] | string {
  if (kept.length !== seen.length) return `${kept.length} messages should be there, ${seen.length} are`
  return kept.flatMap((message, place) => (seen[place] ? [{ from: [message], found: seen[place] }] : []))
}

/** Turns one for one, and every other message with one that holds its text: an answer with that of its call, if any. */
function movedPairings(kept: Message[], seen: readonly SeenMessage[]): Pairing[] | string {
  const turns = orderedPairings(
    kept.filter(({ role }) => role === 'assistant'),
    seen.filter(({ role }) => role === 'assistant'),
  )
  if (typeof turns === 'string') return turns
  const others = seen.filter(({ role }) => role !== 'assistant')
  const moved = kept
    .filter(({ role }) => role !== 'assistant')
    .flatMap((message) => {
      const content = message.content.toWellFormed()
      const id = message.result?.call ? callAt(turns, message.result.call)?.id : undefined
      const holding = others.filter((other) => other.content.includes(content))
      const found =
        holding.find(({ answersCall }) => id && id === answersCall) ??
        holding.find((other) => other.content === content && other.role === message.role)
      return found || holding[0] ? [{ from: [message], found: found ?? holding[0] }] : []
    })
  const missing = kept.length - turns.length - moved.length
  return missing > 0
    ? `${missing} messages are nowhere`
    : [...turns, ...moved.flatMap(({ from, found }) => (found ? [{ from, found }] : []))]
}

/** Systems in front, then one for each run of turns and each run of what stands between. */
function joinedPairings(kept: Message[], seen: readonly SeenMessage[]): Pairing[] | string {
  const runs: Message[][] = []
  let side = ''
  for (const message of kept) {
    const isInFront = message.role === 'system' && (side === '' || side === 'system')
    const next = isInFront ? 'system' : message.role === 'assistant' ? 'turn' : 'context'
    if (next === side) runs.at(-1)?.push(message)
    else runs.push([message])
    side = next
  }
  const blank = runs[0]?.every(({ role, content }) => role === 'system' && content === '') && seen[0]?.role !== 'system'
  if (blank) runs.shift()
  if (runs.length !== seen.length) return `${runs.length} messages should be there, ${seen.length} are`
  return runs.flatMap((from, place) => (seen[place] ? [{ from, found: seen[place] }] : []))
}

function callAt(
  pairings: readonly Pairing[],
  { messageIndex, callIndex }: { messageIndex: number; callIndex: number },
): SeenCall | undefined {
  const asked = pairings.find(({ from }) => from.some(({ index }) => index === messageIndex))
  const message = asked?.from.find(({ index }) => index === messageIndex)
  const before = message?.calls.slice(0, callIndex).filter(isOwn).length ?? 0
  return asked?.found.calls[before]
}

function isOwn({ protocol }: Call): boolean {
  return !isWrittenInContent(protocol)
}

function roleLoss(from: Message[], found: SeenMessage, is: IsTold): string[] {
  const isSame = from.every(({ role, result }) => found.role === role || (found.role === 'tool' && result?.call))
  return isSame || from.some((message) => is(message, 'role', 'result', 'call-id')) ? [] : [`the role ${from[0]?.role} is ${found.role}`]
}

function textLoss(from: Message[], found: SeenMessage, is: IsTold): string[] {
  return from.flatMap((message) => {
    const { content, reasoning } = message
    const isReasoned = (reasoning ?? '') === (found.reasoning ?? '') || (is(message, 'reasoning') && found.reasoning === null)
    if (from.length === 1 && content === found.content && isReasoned) return []
    if (!content.isWellFormed() && !is(message, 'content')) return ['broken UTF-16 in its content is told nowhere']
    if (reasoning && !reasoning.isWellFormed() && !is(message, 'reasoning')) return ['broken UTF-16 in its reasoning is told nowhere']
    return isSaid(message, found, from.length > 1, is) ? [] : [`it says ${JSON.stringify([found.reasoning, found.content]).slice(0, 300)}`]
  })
}

/** Words a format may put around reasoning, and what may stand between it and the content. */
const AROUND = /<\/?think>|\n/g

/** Whether a changed message still says what it did, reasoning before content, but for reasoning that a note takes away. */
function isSaid(message: Message, found: SeenMessage, isJoined: boolean, is: IsTold): boolean {
  const tame = (text: string) => text.toWellFormed().replaceAll('< ', '<')
  const said = `${tame(found.reasoning ?? '')}\n${tame(found.content)}`
  const [reasoning, content] = [tame(message.reasoning ?? ''), tame(message.content)]
  const at = said.indexOf(reasoning)
  const holds = at >= 0 && said.includes(content, at + reasoning.length)
  if (isJoined || is(message, 'reasoning', 'content', 'result', 'role'))
    return holds || (is(message, 'reasoning') && said.includes(content))
  return holds && said.replaceAll(AROUND, '') === `${reasoning}${content}`.replaceAll(AROUND, '')
}

function callLosses(from: Message[], found: SeenMessage, is: IsTold): string[] {
  const own = from.flatMap((message) => message.calls.filter(isOwn).map((call) => ({ call, message })))
  const isTold = from.some((message) => is(message, 'call'))
  if (own.length !== found.calls.length) return isTold ? [] : [`it has ${found.calls.length} of ${own.length} calls`]
  return own.flatMap(({ call, message }, place) => callLoss(call, found.calls[place], (...about) => is(message, ...about)))
}

function callLoss({ name, ...call }: Call, found: SeenCall | undefined, is: (...about: NoteAbout[]) => boolean): string[] {
  if (found?.name !== name && !is('call')) return [`a call of ${JSON.stringify(name)} is one of ${JSON.stringify(found?.name)}`]
  if (isWhole(call, found?.arguments) || is('arguments')) return []
  return [`arguments of ${name}, ${call.argumentsText.slice(0, 200)}, are ${JSON.stringify(found?.arguments)?.slice(0, 200)}`]
}

/** Whether a call's arguments came back as they were, letter by letter where they are no object. */
function isWhole({ arguments: given, argumentsText }: Pick<Call, 'arguments' | 'argumentsText'>, found: Json | undefined): boolean {
  if (!isJsonObject(given)) return found === argumentsText
  return isJsonObject(found) && isDeepStrictEqual(plain(found), plain(given))
}

/** Messages whose calls hold a number of more digits than an object can: a format that writes objects has to tell of them. */
export function longNumbers({ example }: EditedExample): number[] {
  return example.messages
    .filter(({ calls }) => calls.some((call) => isOwn(call) && call.argumentsText.includes(LONG_NUMBER)))
    .map(({ index }) => index)
}

/** The value as JSON alone tells it apart: `-0` is `0`, prototypes do not count, `__proto__` is a key. */
function plain(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

function answerLoss(
  from: Message[],
  found: SeenMessage,
  idOf: (place: { messageIndex: number; callIndex: number }) => string | null | undefined,
  is: IsTold,
): string[] {
  return from.flatMap((message) => {
    const call = message.result?.call
    if (!call || found.role !== 'tool' || found.answersCall === null) return []
    const id = idOf(call)
    return id === found.answersCall || is(message, 'call-id', 'result', 'role')
      ? []
      : [`it answers ${found.answersCall}, and its call is ${id}`]
  })
}

function maskLoss(from: Message[], found: SeenMessage, masked: readonly number[], is: IsTold): string[] {
  const trained = from.some(({ role, index }) => role === 'assistant' && !masked.includes(index))
  return trained === found.trained || from.some((message) => is(message, 'mask')) ? [] : [`it is ${found.trained ? '' : 'not '}trained on`]
}

function toolLosses(tools: readonly Json[], found: JsonObject[] | undefined, notes: readonly RowNote[]): string[] {
  const wanted = tools.map((tool) => (isJsonObject(tool) && !isJsonObject(tool.function) ? { type: 'function', function: tool } : tool))
  const isWholly = isDeepStrictEqual(plain(found ?? []), plain(wanted))
  return isWholly || notes.some(({ about }) => about === 'tools')
    ? []
    : [`${found?.length ?? 0} of ${tools.length} tool definitions are as they were`]
}

/** What is wrong with notes themselves: they name messages of the row, ascending, and none twice. */
export function badNotes({ example }: EditedExample, notes: readonly RowNote[]): string[] {
  return notes.flatMap(({ messages, about, text }) => {
    const ascending = messages.every((index, place) => place === 0 || index > (messages[place - 1] ?? 0))
    const known = messages.every((index) => example.messages.some((message) => message.index === index))
    return ascending && known ? [] : [`a note about ${about} names messages ${messages.join(', ')}: ${text}`]
  })
}
