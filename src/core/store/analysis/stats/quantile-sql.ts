import type { MeasureType } from '#record'

/**
 * Percentiles (from 0 to 1; one, or a list) of a column of a base, by linear interpolation. Whole numbers are compared as such: doubles have an
 * order of their own for what is no number, and take three times as long.
 */
export function quantileSql(column: string, type: MeasureType, percentiles: number | readonly number[]): string {
  const wanted = typeof percentiles === 'number' ? String(percentiles) : `[${percentiles.join(', ')}]`
  return `quantile_cont(${type === 'real' ? column : `${column}::BIGINT`}, ${wanted})`
}
