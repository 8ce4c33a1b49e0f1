/** An odd number whose powers spread over 32 bits (Knuth's multiplier, "The Art of Computer Programming" 6.4). */
const FACTOR = 0x9e3779b1 | 0

/** A hash with one more number behind it: a polynomial in FACTOR, so that {@link hashBetween} can take one from another. From 0. */
export function hashWith(hash: number, value: number): number {
  return (Math.imul(hash, FACTOR) + value + 1) | 0
}

/** Powers of FACTOR, as far as tokens are long. */
const powers = new Int32Array(1024)
powers[0] = 1
for (let exponent = 1; exponent < powers.length; exponent += 1) powers[exponent] = Math.imul(powers[exponent - 1] ?? 0, FACTOR)

/**
 * Hash of a stretch, from the hashes of everything before its start and before its end.
 * @param length of the stretch, below 1,024
 */
export function hashBetween(beforeStart: number, beforeEnd: number, length: number): number {
  return (beforeEnd - Math.imul(beforeStart, powers[length] ?? 0)) | 0
}

/** A place in a table of 2^n places. A polynomial's low bits know only the last numbers, so they are mixed first. */
export function placeOf(hash: number, mask: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) & mask
}
