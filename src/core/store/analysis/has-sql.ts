import type { Bindings } from './bindings.ts'

/** True where a tally counted any of these keys; of none of them nothing is true. */
export function hasSql(column: { sql: string }, keys: readonly string[], bindings: Bindings): string {
  const counted = keys.map((key) => `list_contains(${column.sql}."key", ${bindings.add(key)})`)
  return `coalesce(${counted.join(' OR ')}, false)`
}
