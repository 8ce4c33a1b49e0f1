/** One line of the performance table: what was timed, beside the baseline timed in the same run. */
export interface Figure {
  /** "rows from file to measured". */
  what: string
  /** The figure with its unit: "212 rows/s". */
  value: string
  /** What it is compared with, in words. */
  baseline: string
  baselineValue: string
  /** value against baseline: above 1 is slower. */
  ratio: number
}

/** The q-quantile of numbers by the nearest rank. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
