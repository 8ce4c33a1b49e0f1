import type { Evidence, Example, TextPlace } from '#record'
import type { PlacedEvidence } from '../types.ts'
import { cutQuote } from './cut-quote.ts'

/** Evidence whose places are in the example's texts, on whole characters, with bytes; quotes cut. A place in a text that is not there is dropped. */
export function placeEvidence(example: Example, evidence: readonly Evidence[]): PlacedEvidence[] {
  const held = evidence.map((one) => ({
    ...one,
    at: one.at && within(example, one.at),
    quote: cutQuote(one.quote),
    parts: one.parts.flatMap(({ what, at, quote }) => {
      const place = within(example, at)
      return place ? [{ what, at: place, quote: cutQuote(quote) }] : []
    }),
  }))
  const bytes = bytesOf(
    example,
    held.flatMap(({ at }) => at ?? []),
  )
  return held.map((one) => ({ ...one, bytes: (one.at && bytes.get(one.at)) ?? null }))
}

/** The text a place is in; undefined when the example has none there. */
export function textOf({ messages, patch }: Example, { field, messageIndex, call }: TextPlace): string | undefined {
  if (field === 'patch') return patch ?? undefined
  const message = messageIndex === null ? undefined : messages[messageIndex]
  if (field === 'arguments') return call === null ? undefined : message?.calls[call]?.argumentsText
  return (field === 'reasoning' ? message?.reasoning : message?.content) ?? undefined
}

function within(example: Example, place: TextPlace): TextPlace | null {
  const text = textOf(example, place)
  if (text === undefined) return null
  const start = clip(place.start, 0, text.length)
  const end = clip(place.end, start, text.length)
  return { ...place, start: isInPair(text, start) ? start - 1 : start, end: isInPair(text, end) ? end + 1 : end }
}

function clip(offset: number, least: number, most: number): number {
  return Math.min(Math.max(offset, least), most)
}

/** True between the two units of one character. */
function isInPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

type Bytes = PlacedEvidence['bytes']

/** Each text is walked once for all places in it: a thousand places in 20 MB cost what one does. Lone surrogates count as U+FFFD, three bytes. */
function bytesOf(example: Example, places: readonly TextPlace[]): Map<TextPlace, Bytes> {
  const bytes = new Map<TextPlace, Bytes>()
  for (const inText of byText(places)) {
    const [first] = inText
    const text = first && textOf(example, first)
    const at = bytesUpTo(
      text ?? '',
      inText.flatMap(({ start, end }) => [start, end]),
    )
    for (const place of inText) bytes.set(place, { start: at.get(place.start) ?? 0, end: at.get(place.end) ?? 0 })
  }
  return bytes
}

function byText(places: readonly TextPlace[]): TextPlace[][] {
  const groups = new Map<string, TextPlace[]>()
  for (const place of places) {
    const key = `${place.messageIndex} ${place.field} ${place.call}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return [...groups.values()]
}

function bytesUpTo(text: string, offsets: readonly number[]): Map<number, number> {
  const bytes = new Map<number, number>()
  let from = 0
  let sum = 0
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    sum += Buffer.byteLength(text.slice(from, offset))
    bytes.set(offset, sum)
    from = offset
  }
  return bytes
}
