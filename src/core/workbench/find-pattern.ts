import { Matcher, RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js'
import { fault } from '#record'

/** Where a text was found, in UTF-16 units; null is a good moment to let others work. */
export type Found = { offset: number; length: number } | null

/** Instructions of a pattern at most; RE2 takes up to about 28 ns an instruction and character (measured), and no text may hang the engine. */
const MOST_INSTRUCTIONS = 3_000
/** Characters looked at between two pauses, for the smallest and the largest pattern. */
const WINDOW = { most: 262_144, least: 16_384, work: 1_500_000 }
/** Characters that windows share, at most a quarter of one. */
const SHARED = 16_384

/**
 * Finds a regular expression (RE2's syntax, linear time) window by window, so that a text of 20 MB does not hold up the engine. `^` and `$` stand at
 * lines. Matches of no length are left out. A match of over 4,096 characters may be missed where it crosses a window's end.
 * @throws Fault `bad-input` for a mistake in the pattern, naming its place, and for one that is too large
 */
export function patternFinder(query: string, isCaseSensitive: boolean): (text: string) => Generator<Found> {
  const pattern = compiled(query, RE2JS.MULTILINE | (isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE))
  const size = Math.min(WINDOW.most, Math.max(WINDOW.least, Math.round(WINDOW.work / pattern.programSize())))
  return (text) => findWindows(pattern, text, size)
}

function* findWindows(pattern: RE2JS, text: string, size: number): Generator<Found> {
  let from = 0
  let window = size
  while (from < text.length) {
    const end = Math.min(text.length, from + window)
    const isLast = end === text.length
    const nextFrom = isLast ? end : end - Math.min(SHARED, window >> 2)
    let reached = nextFrom
    let meetsEnd = false
    for (const hit of matchesIn(pattern, text, from, end)) {
      if (hit.offset >= nextFrom) break
      // What ends with the window may go on behind it: look again from there, in a larger one.
      meetsEnd = !isLast && hit.offset + hit.length === end
      reached = meetsEnd ? hit.offset : Math.max(nextFrom, hit.offset + hit.length)
      if (!meetsEnd) yield hit
    }
    window = meetsEnd && reached === from ? window * 2 : meetsEnd ? window : size
    from = reached
    yield null
  }
}

/** Matches in a part of a text, seen with the character before it, so that `^` and `\b` know where they stand. */
function* matchesIn(pattern: RE2JS, text: string, from: number, end: number): Generator<NonNullable<Found>> {
  const lead = from === 0 ? 0 : isLowSurrogate(text, from - 1) ? 2 : 1
  const matcher = new Matcher(pattern, text.slice(from - lead, end))
  for (let isFound = matcher.find(lead); isFound; isFound = matcher.find()) {
    const offset = from - lead + matcher.start()
    const length = matcher.end() - matcher.start()
    if (length > 0) yield { offset, length }
  }
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return at > 0 && code >= 0xdc00 && code <= 0xdfff
}

function compiled(query: string, flags: number): RE2JS {
  const pattern = attempted(query, flags)
  if (pattern.programSize() <= MOST_INSTRUCTIONS) return pattern
  throw fault('bad-input', `The pattern is too large: ${pattern.programSize()} instructions, allowed are ${MOST_INSTRUCTIONS}.`, {
    culprit: query,
    remedy: 'Repeat less, or use * and + where there is a count.',
  })
}

function attempted(query: string, flags: number): RE2JS {
  try {
    // Flags are put before the pattern and would be told with its mistakes.
    RE2JS.compile(query)
    return RE2JS.compile(query, flags)
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause
    throw fault('bad-input', `This is no regular expression: ${mistakeOf(query, cause)}.`, {
      culprit: query,
      remedy: 'RE2 has no look-around and no back-references; put \\ before a character that stands for itself.',
      cause,
    })
  }
}

function mistakeOf(query: string, error: RE2JSException): string {
  if (!(error instanceof RE2JSSyntaxException) || !error.input) return error.message
  const at = query.indexOf(error.input)
  const place = at === -1 || error.input === query ? '' : ` at character ${at + 1}`
  return `${error.error}${place}: ${error.input}`
}
