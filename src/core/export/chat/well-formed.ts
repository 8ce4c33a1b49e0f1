import type { Json } from '#record'

/** What is told where {@link wellFormed} changed something. */
export const BROKEN = 'Halves of UTF-16 pairs, which no UTF-8 file can hold, leave as U+FFFD.'

/** Half of a UTF-16 pair as JSON writes one; whole pairs match too, which costs a walk and no more. */
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/

/** Whether a JSON text may hold half of a UTF-16 pair, which no UTF-8 file, Arrow table or tokenizer takes. */
export function mayBeBroken(jsonText: string): boolean {
  return !jsonText.isWellFormed() || ESCAPED_SURROGATE.test(jsonText)
}

/** The value with U+FFFD for every half of a UTF-16 pair, in keys too; the very same value where there is none. */
export function wellFormed<T extends Json>(value: T): T {
  return repaired(value) as T
}

function repaired(value: Json): Json {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(repaired)
    return items.every((item, at) => item === value[at]) ? value : items
  }
  const entries = Object.entries(value)
  const mended = entries.map(([key, item]): [string, Json] => [key.toWellFormed(), repaired(item)])
  return mended.every(([key, item], at) => key === entries[at]?.[0] && item === entries[at]?.[1]) ? value : Object.fromEntries(mended)
}
