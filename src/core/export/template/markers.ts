import type { JsonObject } from '#record'

/** A word that no template and no trace has, for one field: a letter for the kind of field, numbers for its place. */
export function markerWord(kind: 'content' | 'reasoning' | 'call' | 'tool', ...place: number[]): string {
  return `zq${kind[0]}${kind[1]}${place.join('x')}z`
}

/** Arguments with all that is lost easily: a key, a quote, an object with a list in it. */
export function markerArguments(word: string): JsonObject {
  return { [`${word}k`]: `${word}a"${word}b`, [`${word}o`]: { [`${word}m`]: [`${word}c"${word}d`] } }
}

/** How arguments made of a word came out. `encoded`: as text within text, so that quotes in them have more than one backslash. */
export type ArgumentsFound = 'whole' | 'encoded' | 'missing'

/** Looks for {@link markerArguments} in what a trainer reads. Quotes in a value may stand bare, or behind the one backslash of JSON. */
export function findArguments(texts: readonly string[], word: string): ArgumentsFound {
  const quotes = [betweenIn(texts, `${word}a`, `${word}b`), betweenIn(texts, `${word}c`, `${word}d`)]
  const keys = [`${word}k`, `${word}o`, `${word}m`].every((key) => holds(texts, key))
  if (!keys || quotes.includes(null)) return 'missing'
  return quotes.some((quote) => quote?.startsWith('\\\\')) ? 'encoded' : 'whole'
}

/** Whether one of the texts holds a word. */
export function holds(texts: readonly string[], word: string): boolean {
  return texts.some((text) => text.includes(word))
}

/** What stands between two words, if that is short; null when they do not follow each other. */
function betweenIn(texts: readonly string[], first: string, second: string): string | null {
  for (const text of texts) {
    const start = text.indexOf(first)
    const end = start < 0 ? -1 : text.indexOf(second, start)
    if (end >= 0 && end - start - first.length < 16) return text.slice(start + first.length, end)
  }
  return null
}
