import { SKETCH_LENGTH } from '#record'
import { mix } from './shingles.ts'

/**
 * The MinHash sketch of a set of shingles, whose hashes must be well mixed; null of an empty one. For each of 128 permutations h(x) = a x + b mod 2^32
 * (a odd, so that it is one: a universal family, Dietzfelbinger et al. 1997) the least h(x) over the set, of which six mixed bits are kept as a
 * letter. The a and b come from a constant seed: the same set has the same sketch on every machine. The record's sketch.ts says what letters tell.
 */
export function sketchOf(hashes: Uint32Array): string | null {
  if (hashes.length === 0) return null
  let sketch = ''
  for (let at = 0; at < SKETCH_LENGTH; at++) {
    const a = FACTORS[at] ?? 1
    const b = TERMS[at] ?? 0
    let least = 0xffffffff
    for (const hash of hashes) {
      const permuted = (Math.imul(a, hash) + b) >>> 0
      if (permuted < least) least = permuted
    }
    sketch += ALPHABET[mix(least) >>> 26]
  }
  return sketch
}

/** Of base64, in no meaning of it: 64 letters of one byte. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Any constant would do; another one makes other sketches, so it is part of the measures' version. */
const SEED = 0x5749_4e4e

const FACTORS = Uint32Array.from({ length: SKETCH_LENGTH }, (_, at) => mix(SEED + 2 * at) | 1)
const TERMS = Uint32Array.from({ length: SKETCH_LENGTH }, (_, at) => mix(SEED + 2 * at + 1))
