/** Words a shingle has. */
export const SHINGLE_WORDS = 5

/** Shingles read of one text: what stands behind them does not change a sketch. Bounds the time a hostile text takes. */
export const MOST_SHINGLES = 20_000

/**
 * Hashes of the word 5-shingles of texts, in 32 bits: every run of five words that follow one another, across texts. Words are runs of letters, digits
 * and underscores; every other visible character is a word of its own where `hasMarks`, else it only parts words. Fewer than five words make one shingle, none
 * make none. Hashes repeat as shingles do.
 */
export function shingles(texts: Iterable<string>, hasMarks: boolean): Uint32Array {
  const hashes: number[] = []
  const last: number[] = []
  for (const word of wordHashes(texts, hasMarks)) {
    last.push(word)
    if (last.length < SHINGLE_WORDS) continue
    hashes.push(joined(last))
    last.shift()
    if (hashes.length === MOST_SHINGLES) break
  }
  if (hashes.length === 0 && last.length > 0) hashes.push(joined(last))
  return Uint32Array.from(hashes)
}

/** FNV-1a of every word (Fowler, Noll, Vo; RFC 9923), over UTF-16 units. */
function* wordHashes(texts: Iterable<string>, hasMarks: boolean): Generator<number> {
  for (const text of texts) {
    let word = NO_WORD
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (isOfWord(unit)) {
        word = Math.imul((word === NO_WORD ? FNV_BASIS : word) ^ unit, FNV_PRIME) >>> 0
        continue
      }
      if (word !== NO_WORD) yield word
      word = NO_WORD
      if (hasMarks && unit > SPACE) yield Math.imul(FNV_BASIS ^ unit, FNV_PRIME) >>> 0
    }
    if (word !== NO_WORD) yield word
  }
}

const FNV_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193
const NO_WORD = -1
const SPACE = 0x20

/** ASCII letters, digits and underscores, and everything beyond ASCII: no language is parted into letters. */
function isOfWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f || unit > MOST_ASCII
  )
}

const MOST_ASCII = 0x7f

/** Order matters: each word is multiplied by another power. */
function joined(words: readonly number[]): number {
  let hash = 0
  for (const word of words) hash = (Math.imul(hash, SHINGLE_MULTIPLIER) + word) | 0
  return mix(hash)
}

/** Odd, from Knuth's multiplicative hashing (2^32 over the golden ratio). */
const SHINGLE_MULTIPLIER = 0x9e3779b1

/** The finaliser of MurmurHash3 (Appleby, public domain): every bit of the input reaches every bit of the output. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
