import type { RowGroupPlace, SourceFile } from '#source'
import type { Adding } from '../adding.ts'
import { type Unit, unitOfRows } from '../unit.ts'
import { groupsOfAll } from './groups-of-all.ts'
import { type RowPlace, sampleOrder } from './sample-order.ts'
import type { Helping, Supply } from './supply.ts'

/** The rows of a combination as a seeded sample takes them, see {@link sampleOrder}. */
export function sampledRows(adding: Adding, files: readonly SourceFile[], seed: number): Supply {
  const groupsByPath = new Map<string, readonly RowGroupPlace[]>()
  let order: Iterator<RowPlace> | null = null
  return {
    async next(count) {
      if (!order) {
        const all = await groupsOfAll(adding, files)
        for (const { path, groups } of all) groupsByPath.set(path, groups)
        order = await sampleOrder(all, seed)
      }
      return helpingOf(adding, files, groupsByPath, draw(order, count, adding.failed))
    },
    read: () => undefined,
  }
}

function draw(order: Iterator<RowPlace>, count: number, failed: ReadonlySet<string>): Map<string, number[]> {
  const drawn = new Map<string, number[]>()
  for (let left = count; left > 0; ) {
    const next = order.next()
    if (next.done) break
    const { path, row } = next.value
    if (failed.has(path)) continue
    const rows = drawn.get(path)
    if (rows) rows.push(row)
    else drawn.set(path, [row])
    left -= 1
  }
  return drawn
}

function helpingOf(
  { desk, sourceId }: Adding,
  files: readonly SourceFile[],
  groupsByPath: ReadonlyMap<string, readonly RowGroupPlace[]>,
  drawn: ReadonlyMap<string, number[]>,
): Helping {
  const helping: Helping = { have: 0, units: [] }
  for (const file of files) {
    const rows = drawn.get(file.path) ?? []
    const stored = rows.length > 0 ? desk.session.workspace.record.storedRows(sourceId, file.path) : new Set<number>()
    const missing = rows.filter((row) => !stored.has(row))
    helping.have += rows.length - missing.length
    helping.units.push(...unitsOf(file, groupsByPath.get(file.path) ?? [], missing))
  }
  return helping
}

/** Rows with pages come in one go a file; else a whole row group has to come for each. */
function unitsOf(file: SourceFile, groups: readonly RowGroupPlace[], rows: readonly number[]): Unit[] {
  const parts = groups.every(({ hasPages }) => hasPages)
    ? [rows]
    : groups.map(({ start, end }) => rows.filter((row) => row >= start && row < end))
  return parts.filter(({ length }) => length > 0).map((part) => unitOfRows(file, part))
}
