import { setImmediate as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type * as s from '#contract'
import { type Example, fault, type Message } from '#record'
import { type Found, patternFinder } from './find-pattern.ts'

type FindResult = z.infer<typeof s.findResult>
type Wanted = Omit<z.infer<typeof s.findInput>, 'id'>
type Hit = FindResult['hits'][number]
type Field = Pick<Hit, 'message' | 'field' | 'call'> & { text: string }

const HIT_LIMIT = 1_000
/** Hits are counted up to here: a letter in 20 MB is found millions of times. */
const COUNT_LIMIT = 1_000_000
const AROUND = 40
const PATIENCE_MS = 20_000

/**
 * Finds a text or a pattern in every content, reasoning and argument of a trajectory, ignoring case unless told otherwise (by `toLowerCase`, offsets
 * kept). Hits are counted up to 1,000,000; the first 1,000 are returned in reading order. Others get to work in between.
 * @throws Fault `bad-input` for a mistake in a pattern, and for one that takes over 20 s
 */
export async function findInTrace(example: Example, wanted: Wanted, signal?: AbortSignal): Promise<FindResult> {
  const { query, isRegex = false, isCaseSensitive = false, roles } = wanted
  const find = isRegex ? patternFinder(query, isCaseSensitive) : textFinder(query, isCaseSensitive)
  const until = Date.now() + PATIENCE_MS
  const hits: Hit[] = []
  let total = 0
  for (const field of example.messages.filter(({ role }) => roles?.includes(role) ?? true).flatMap(fieldsOf)) {
    for (const found of find(field.text)) {
      if (found === null) {
        await pause(undefined, signal ? { signal } : {})
        if (isRegex && Date.now() > until) throw tooSlow(query, field.message)
        continue
      }
      total++
      if (hits.length < HIT_LIMIT) hits.push(hitAt(field, found))
      if (total >= COUNT_LIMIT) return { hits, total }
    }
  }
  return { hits, total }
}

function textFinder(query: string, isCaseSensitive: boolean): (text: string) => Generator<Found> {
  const made = isCaseSensitive ? (text: string) => text : fold
  const needle = made(query)
  return function* (text) {
    const haystack = made(text)
    const length = query.length
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + needle.length)) yield { offset: at, length }
    if (text.length > LONG) yield null
  }
}

/** Texts shorter than this are read in a moment. */
const LONG = 100_000

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

function hitAt({ text, ...place }: Field, { offset, length }: NonNullable<Found>): Hit {
  const end = offset + length
  return {
    ...place,
    offset,
    length,
    before: text.slice(Math.max(0, offset - AROUND), offset).toWellFormed(),
    match: text.slice(offset, Math.min(end, offset + LONGEST_SHOWN)).toWellFormed(),
    after: text.slice(end, end + AROUND).toWellFormed(),
  }
}

/** `.*` matches a line of 5 MB; a list of hits shows its beginning. */
const LONGEST_SHOWN = 1_000

function tooSlow(query: string, message: number): Error {
  return fault('bad-input', `The pattern takes over ${PATIENCE_MS / 1000} s on this run; it got as far as message ${message}.`, {
    culprit: query,
    remedy: 'Make it simpler, or look in the messages of one role.',
  })
}
