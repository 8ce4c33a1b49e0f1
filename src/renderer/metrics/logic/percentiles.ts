/** The percentiles of a summary's cell, in its order; the contract says so, tests hold it. */
export const CELL_PERCENTILES: readonly number[] = [25, 50, 75, 90, 95, 99]

/** Those that a limit is chosen by. */
export const UPPER: readonly number[] = [50, 75, 90, 95, 99]

/** Values of some of a cell's percentiles; null without values. */
export function valuesAt(percentiles: readonly number[] | null, wanted: readonly number[]): number[] | null {
  return percentiles && wanted.map((one) => percentiles[CELL_PERCENTILES.indexOf(one)] ?? Number.NaN)
}
