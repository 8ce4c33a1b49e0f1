import type { Measurements, MeasureValues } from '#record'

/** What a row of the table carries of everything measured: all but the tallies. */
export function rowValues(measured: Measurements): MeasureValues {
  const values: MeasureValues = {}
  for (const [id, value] of Object.entries(measured)) if (!Array.isArray(value)) values[id] = value
  return values
}
