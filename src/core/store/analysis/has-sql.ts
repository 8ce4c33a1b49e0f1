import type { Bindings } from './bindings.ts'

/** True where a tally counted any of these keys; of none of them nothing is true. */
export function hasSql(column: { sql: string }, keys: readonly string[], bindings: Bindings): string {
  const wanted = keys.map((key) => bindings.add(key)).join(', ')
  return `coalesce(len(list_filter(${column.sql}, lambda entry: entry.key IN (${wanted}))) > 0, false)`
}
