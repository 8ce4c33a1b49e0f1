import type { MarkerCheck, Message } from '#record'
import { pythonStrip } from '../python-strip.ts'
import { shown } from './marker-checks.ts'
import type { Reading } from './reading.ts'

/** A text longer than this is looked for by its head. */
const HEAD = 500

/** Places tried for a head that occurs again and again. */
const TRIES = 8

/** The check of `messages` with what the real text tells: what the template changed of a text, and where a text has the template's own control words. */
export function checkTexts(
  check: MarkerCheck,
  messages: readonly Message[],
  reading: Reading,
  controlWords: readonly string[],
): MarkerCheck {
  if (reading.template === null) return check
  const lost = new Set(check.messages)
  for (const { index } of messages.filter((message) => !lost.has(message.index) && !isWhole(message, reading))) lost.add(index)
  if (lost.size > check.messages.length) {
    const of = check.of ?? 0
    const left = of - lost.size
    return {
      ...check,
      state: 'lost',
      kept: left,
      messages: [...lost].sort((a, b) => a - b),
      text: `text of ${shown(left)} of ${shown(of)} messages is whole`,
    }
  }
  return check.state === 'ok' ? withControlWords(check, messages, controlWords) : check
}

function withControlWords(check: MarkerCheck, messages: readonly Message[], words: readonly string[]): MarkerCheck {
  const found = words.map((word) => ({
    word,
    at: messages.filter(({ content, reasoning }) => content.includes(word) || reasoning?.includes(word)),
  }))
  const [first] = found.filter(({ at }) => at.length > 0)
  if (!first) return check
  const indexes = new Set(found.flatMap(({ at }) => at.map(({ index }) => index)))
  return {
    ...check,
    state: 'warn',
    messages: [...indexes].sort((a, b) => a - b),
    text: `${check.text}, and ${shown(indexes.size)} of them hold control words such as ${first.word}, which a trainer may read as its own`,
  }
}

/** Whether what a message says stands in the text, but for white space around it: as it is, or as JSON writes it. */
function isWhole({ index, content }: Message, { text, places }: Reading): boolean {
  const said = pythonStrip(content.toWellFormed())
  const own = places.filter(({ messageIndex }) => messageIndex === index).map(({ start, end }) => text.slice(start, end))
  return [own.join(''), text].some((where) => where !== '' && (says(where, said) || says(where, JSON.stringify(said).slice(1, -1))))
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
