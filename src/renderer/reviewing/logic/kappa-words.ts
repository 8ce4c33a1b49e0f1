/**
 * Words for Cohen's kappa by the benchmarks of Landis and Koch (1977, "The measurement of observer agreement for categorical data",
 * Biometrics 33, p. 165); `from` is the least kappa of a band. They are a habit, not a law, so the number always stands beside the word.
 */
export const KAPPA_BANDS = [
  { from: 0.81, word: 'almost perfect' },
  { from: 0.61, word: 'substantial' },
  { from: 0.41, word: 'moderate' },
  { from: 0.21, word: 'fair' },
  { from: 0, word: 'slight' },
] as const

/** "0.74" with its word; the reason in words where kappa is not defined. */
export function kappaWords(kappa: number | null): { number: string; word: string } {
  if (kappa === null) return { number: '–', word: 'not defined' }
  const rounded = Math.round(kappa * 100) / 100
  const word = KAPPA_BANDS.find(({ from }) => rounded >= from)?.word ?? 'less than chance'
  // A tiny negative number would read "-0.00".
  return { number: (rounded === 0 ? 0 : rounded).toFixed(2), word }
}
