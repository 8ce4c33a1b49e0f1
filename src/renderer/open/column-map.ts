import type { Answers } from '../api/api.ts'
import type { AddInput } from '../state/work-store.ts'

/** The columns of a source, and what they may be read as. */
export type SourceColumns = Answers['source']['columns']

/** Which column is read as which name. */
export type ColumnMap = NonNullable<AddInput['map']>

/** The map to begin with: what was chosen before, then what the names suggest. A column that is already called so needs no entry. */
export function firstMap({ columns, targets, suggested }: SourceColumns, chosen: ColumnMap = {}): ColumnMap {
  const names = new Set(columns.map((column) => column.name))
  const entries = targets.flatMap(({ name }): [string, string][] => {
    const column = chosen[name] ?? (names.has(name) ? name : suggested[name])
    return column !== undefined && names.has(column) ? [[name, column]] : []
  })
  return Object.fromEntries(entries)
}

/** The map with one name read from another column; '' reads it from none. */
export function mapColumn(map: ColumnMap, name: string, column: string): ColumnMap {
  const { [name]: _, ...others } = map
  return column === '' ? others : { ...others, [name]: column }
}

/** Needed names that no column is read as yet. */
export function missingTargets({ targets }: SourceColumns, map: ColumnMap): string[] {
  return targets.filter((target) => target.isNeeded && map[target.name] === undefined).map((target) => target.name)
}

/** What `source.add` is told: names that differ from their column's. */
export function renamesOf(map: ColumnMap): ColumnMap {
  return Object.fromEntries(Object.entries(map).filter(([name, column]) => name !== column))
}
