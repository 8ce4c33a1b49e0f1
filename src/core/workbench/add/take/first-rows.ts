import type { RowGroupPlace, SourceFile } from '#source'
import type { Adding } from '../adding.ts'
import { groupsOf } from '../groups-of.ts'
import { type Unit, unitOfRows } from '../unit.ts'
import type { Helping, Supply } from './supply.ts'

/** Rows planned at a time: every combination has its first rows soon, and what is planned is little when a file gives up. */
const AT_A_TIME = 1_000

/** The rows of a combination in file order. */
export function firstRows(adding: Adding, files: readonly SourceFile[]): Supply {
  const { record } = adding.desk.session.workspace
  let at = 0
  let row = 0
  const nextFile = (): void => {
    at += 1
    row = 0
  }
  return {
    async next(count) {
      const helping: Helping = { have: 0, units: [] }
      let left = Math.min(count, AT_A_TIME)
      for (let file = files[at]; file && left > 0; file = files[at]) {
        const stored = record.storedRows(adding.sourceId, file.path)
        const groups = adding.failed.has(file.path) ? undefined : await groupsOf(adding, file)
        if (groups === null) {
          helping.units.push({ ...unitOfRows(file, []), wanted: { fromRow: row }, rows: null, stored, limit: left })
          return helping
        }
        const taken = takeRows(file, groups ?? [], { row, count: left, stored })
        helping.have += taken.have
        helping.units.push(...taken.units)
        left -= taken.rows
        row = taken.row
        if (left > 0) nextFile()
      }
      return helping
    },
    read({ unit, nextRow, isFileEnd }) {
      if (unit.limit === null || unit.file !== files[at]) return
      if (isFileEnd) nextFile()
      else row = nextRow
    },
  }
}

/** Up to `count` rows from `row` on, one unit a row group, and the row to go on from. */
function takeRows(
  file: SourceFile,
  groups: readonly RowGroupPlace[],
  { row, count, stored }: { row: number; count: number; stored: ReadonlySet<number> },
): { units: Unit[]; have: number; rows: number; row: number } {
  const units: Unit[] = []
  let have = 0
  let at = row
  for (const { start, end } of groups) {
    const from = Math.max(start, at)
    const to = Math.min(end, from + count - (at - row))
    if (from >= to) continue
    const wanted = Array.from({ length: to - from }, (_, n) => from + n).filter((one) => !stored.has(one))
    have += to - from - wanted.length
    if (wanted.length > 0) units.push(unitOfRows(file, wanted))
    at = to
  }
  return { units, have, rows: at - row, row: at }
}
