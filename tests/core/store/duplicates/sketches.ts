import { SKETCH_LENGTH } from '#record'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Letters as a sketch of some text would have; the same number gives the same. */
export function aSketch(seed: number): string {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  return Array.from({ length: SKETCH_LENGTH }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return LETTERS.charAt(state >>> 26)
  }).join('')
}

/** The sketch with so many other letters, from a place on. */
export function altered(sketch: string, letters: number, from = 0): string {
  return [...sketch]
    .map((letter, at) =>
      (at - from + SKETCH_LENGTH) % SKETCH_LENGTH < letters ? LETTERS.charAt((LETTERS.indexOf(letter) + 1) % LETTERS.length) : letter,
    )
    .join('')
}

/** Letters two sketches share. */
export function sharedLetters(one: string, other: string): number {
  return [...one].filter((letter, at) => letter === other[at]).length
}
