/** Numbers from 0 to 1 that a seed decides: a linear congruential generator with the constants of Numerical Recipes, its upper bits alone. */
export function seeded(seed: number): () => number {
  let state = Math.trunc(seed) >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
  // The first few follow the seed closely.
  for (let n = 0; n < 8; n++) next()
  return () => next() / 2 ** 24
}
