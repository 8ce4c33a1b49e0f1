import type { Window } from './text-window.ts'

/** Further hits are not gone to one by one. */
export const MOST_HITS = 1_000

/** Where words stand in a text, whatever their case; plain words, never a pattern. Stops at {@link MOST_HITS}. */
export function findInText(text: string, words: string): Window[] {
  if (words === '') return []
  const pattern = new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu')
  const hits: Window[] = []
  for (const { index, 0: found } of text.matchAll(pattern)) {
    hits.push({ from: index, to: index + found.length })
    if (hits.length === MOST_HITS) break
  }
  return hits
}
