/** 32 bits that depend on every bit of the numbers (the finaliser of MurmurHash3, by Austin Appleby, public domain). */
export function mix(...numbers: number[]): number {
  let hash = 0
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** One of a list, always the same for the same numbers. */
export function pick<Item>(list: readonly Item[], ...numbers: number[]): Item {
  const item = list[mix(...numbers) % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
