import { isJsonObject, type Json, type MarkerCheck, type Message } from '#record'
import { isWrittenInContent } from '#review'
import { pythonStrip } from '../python-strip.ts'
import { REASONING_WORDS, RESULT_WORDS, shown } from './marker-checks.ts'
import type { Reading } from './reading.ts'

/** A text longer than this is looked for by its head. */
const HEAD = 500

/** Places tried for a head that occurs again and again. */
const TRIES = 8

/** Values of a call's arguments that are looked for, where the arguments do not stand there letter by letter. */
const MOST_VALUES = 200

/** A real text that should be in what the trainer reads. */
interface Said {
  index: number
  isWhole: boolean
}

/**
 * Checks with what the real text tells: markers are plain words, and a template may split, strip or drop a text for what it says, such as its own tags. A
 * text is whole where it stands in what its message wrote, as it is or as JSON writes it; white space at its ends and around thought tags does not
 * count. It tells too where a text has the template's own control words.
 */
export function checkTexts(
  checks: readonly MarkerCheck[],
  messages: readonly Message[],
  reading: Reading,
  controlWords: readonly string[],
): MarkerCheck[] {
  if (reading.template === null) return [...checks]
  const where = whereOf(reading)
  const whole = (all: readonly Message[], textOf: (message: Message) => string): Said[] =>
    all.map((message) => ({ index: message.index, isWhole: isWhole(where(message.index), textOf(message)) }))
  return checks.map((check) => {
    switch (check.id) {
      case 'messages': {
        const told = lessThan(check, whole(messages, contentOf), (kept, of) => `text of ${kept} of ${of} messages is whole`)
        return told.state === 'ok' ? withControlWords(told, messages, controlWords) : told
      }
      case 'results':
        return lessThan(
          check,
          whole(
            messages.filter(({ result }) => result?.call),
            contentOf,
          ),
          RESULT_WORDS,
        )
      case 'reasoning':
        return lessThan(
          check,
          whole(messages, ({ reasoning }) => reasoning ?? ''),
          REASONING_WORDS,
        )
      case 'arguments':
        return withArguments(check, messages, where)
      default:
        return check
    }
  })
}

/** What of the text is looked through for a message: what it wrote itself, all where nothing is known to be its own. */
function whereOf({ text, places }: Reading): (index: number) => string {
  const own = new Map<number, string>()
  for (const { start, end, messageIndex } of places) own.set(messageIndex, (own.get(messageIndex) ?? '') + text.slice(start, end))
  return (index) => own.get(index) ?? text
}

function contentOf({ content }: Message): string {
  return content
}

/** A check with the texts that are not whole among what is lost. */
function lessThan(check: MarkerCheck, said: readonly Said[], words: (kept: string, of: string) => string): MarkerCheck {
  const found = said.filter(({ index, isWhole: is }) => !is && !check.messages.includes(index)).map(({ index }) => index)
  if (found.length === 0 || check.kept === null || check.of === null) return check
  const kept = check.kept - found.length
  return { ...check, state: 'lost', kept, messages: ascending([...check.messages, ...found]), text: words(shown(kept), shown(check.of)) }
}

function withArguments(check: MarkerCheck, messages: readonly Message[], where: (index: number) => string): MarkerCheck {
  const told = new Set(check.messages)
  const wrong = messages
    .filter(({ index, role }) => role === 'assistant' && !told.has(index))
    .flatMap(({ index, calls }) =>
      calls.flatMap((call) => (isWrittenInContent(call.protocol) || hasArguments(where(index), call) ? [] : [index])),
    )
  if (wrong.length === 0) return check
  const text = `arguments not whole in ${shown(wrong.length)} calls`
  return {
    ...check,
    state: 'lost',
    kept: (check.kept ?? 0) - wrong.length,
    messages: ascending([...check.messages, ...wrong]),
    text: check.state === 'lost' ? `${check.text}, ${text}` : text,
  }
}

function withControlWords(check: MarkerCheck, messages: readonly Message[], words: readonly string[]): MarkerCheck {
  const found = words.map((word) => ({
    word,
    at: messages.filter(({ content, reasoning }) => content.includes(word) || reasoning?.includes(word)),
  }))
  const [first] = found.filter(({ at }) => at.length > 0)
  if (!first) return check
  const indexes = ascending(found.flatMap(({ at }) => at.map(({ index }) => index)))
  return {
    ...check,
    state: 'warn',
    messages: indexes,
    text: `${check.text}, and ${shown(indexes.length)} of them hold control words such as ${first.word}, which a trainer may read as its own`,
  }
}

function ascending(indexes: readonly number[]): number[] {
  return [...new Set(indexes)].sort((a, b) => a - b)
}

function isWhole(where: string, text: string): boolean {
  const said = pythonStrip(text.toWellFormed())
  if (says(where, said) || says(where, asJson(said))) return true
  return said.includes('think>') && says(tightTags(where), tightTags(said))
}

/** Texts among arguments are looked for one behind the other, as they are written; from the start where a template sorts them. What is no object is told of by the chat. */
function hasArguments(where: string, { arguments: given, argumentsText }: Message['calls'][number]): boolean {
  if (!isJsonObject(given) || says(where, argumentsText)) return true
  let from = 0
  return textsIn(given).every((text) => {
    const said = pythonStrip(text.toWellFormed())
    const at = placeOf(where, said, from)
    if (at < 0) return isWhole(where, said)
    from = at + said.length
    return true
  })
}

function placeOf(where: string, said: string, from: number): number {
  const at = where.indexOf(said.slice(0, HEAD), from)
  return at >= 0 && where.startsWith(said, at) ? at : -1
}

/** The first texts of a value, in its own order. */
function textsIn(value: Json): string[] {
  const texts: string[] = []
  const open: Json[] = [value]
  for (let next = open.pop(); next !== undefined && texts.length < MOST_VALUES; next = open.pop()) {
    if (typeof next === 'string') texts.push(next)
    else if (typeof next === 'object' && next !== null) for (const item of Object.values(next).reverse()) open.push(item)
  }
  return texts
}

function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** A text without white space around thought tags: templates set them in lines of their own. */
function tightTags(text: string): string {
  const pieces = text.split(/(<\/?think>)/)
  return pieces
    .map((piece, at) =>
      at === 0 ? pythonStrip(piece, 'rstrip') : at === pieces.length - 1 ? pythonStrip(piece, 'lstrip') : pythonStrip(piece),
    )
    .join('')
}

/** As `includes`, in time that does not grow by the square whatever both are. */
function says(text: string, said: string): boolean {
  if (said.length <= HEAD) return text.includes(said)
  const head = said.slice(0, HEAD)
  let at = text.indexOf(head)
  for (let tries = 0; at >= 0 && tries < TRIES; tries += 1) {
    if (text.startsWith(said, at)) return true
    at = text.indexOf(head, at + 1)
  }
  return false
}
