const MIX_A = 0x01000193
const MIX_B = 0x85ebca6b
const MIX_C = 0xc2b2ae35
const HIGH_BITS = 2 ** 21
const BITS = 2 ** 53

/**
 * A lot from 0 up to 1, the same for the same seed, purpose and text on every machine, and independent of all other texts: what is added changes nobody's
 * lot. Each purpose draws its own, since else what comes first by one would come first by all. Two lanes of FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv)
 * over the UTF-16 units, each ended by the mixer of MurmurHash3 (Appleby, public domain); no cryptography, for nobody gains by a lot.
 */
export function lotOf(seed: number, purpose: string, text: string): number {
  let a = 0x811c9dc5 ^ seed
  let b = (seed + 0x9e3779b9) | 0
  const keyed = `${purpose}\n${text}`
  for (let at = 0; at < keyed.length; at++) {
    const unit = keyed.charCodeAt(at)
    a = Math.imul(a ^ unit, MIX_A)
    b = Math.imul(b ^ unit, MIX_B)
    b ^= b >>> 15
  }
  return ((mixed(a ^ b) >>> 0) * HIGH_BITS + (mixed(b) >>> 11)) / BITS
}

function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), MIX_B)
  bits = Math.imul(bits ^ (bits >>> 13), MIX_C)
  return bits ^ (bits >>> 16)
}
