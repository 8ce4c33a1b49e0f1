import type { z } from 'zod'
import type * as s from '#contract'
import type { Example, Message } from '#record'

type FindResult = z.infer<typeof s.findResult>
type Hit = FindResult['hits'][number]
type Field = Pick<Hit, 'message' | 'field' | 'call'> & { text: string }

const HIT_LIMIT = 1_000
const AROUND = 40

/**
 * Finds a text in every content, reasoning and argument of a trajectory, ignoring case (by `toLowerCase`, offsets kept).
 * All hits are counted; the first 1,000 are returned in reading order.
 */
export function findInTrace(example: Example, query: string): FindResult {
  const needle = fold(query)
  const hits: Hit[] = []
  let total = 0
  for (const field of example.messages.flatMap(fieldsOf)) {
    const haystack = fold(field.text)
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + needle.length)) {
      total++
      if (hits.length < HIT_LIMIT) hits.push(hitAt(field, at, query.length))
    }
  }
  return { hits, total }
}

/** Lower case without changing length: a few letters (İ) grow when lowered, and offsets must hold. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length
    ? lower
    : Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
}

function fieldsOf(message: Message): Field[] {
  const fields: Field[] = []
  if (message.reasoning) fields.push({ message: message.index, field: 'reasoning', call: null, text: message.reasoning })
  fields.push({ message: message.index, field: 'content', call: null, text: message.content })
  for (const [call, { argumentsText, protocol }] of message.calls.entries()) {
    if (protocol === 'structured') fields.push({ message: message.index, field: 'arguments', call, text: argumentsText })
  }
  return fields
}

function hitAt({ text, ...place }: Field, offset: number, length: number): Hit {
  const end = offset + length
  return {
    ...place,
    offset,
    length,
    before: text.slice(Math.max(0, offset - AROUND), offset).toWellFormed(),
    match: text.slice(offset, end).toWellFormed(),
    after: text.slice(end, end + AROUND).toWellFormed(),
  }
}
