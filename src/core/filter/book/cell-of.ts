import type { ExampleRow, MeasureValue } from '#record'

/** The value of a column as conditions name it, `instance_id` or a measure; the index goes before measures of the same name. */
export function cellOf(row: ExampleRow, column: string): MeasureValue {
  const key = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const indexed: unknown = Object.hasOwn(row, key) ? row[key as keyof ExampleRow] : undefined
  if (indexed === null || typeof indexed === 'string' || typeof indexed === 'number' || typeof indexed === 'boolean') return indexed
  return row.values[column] ?? null
}
