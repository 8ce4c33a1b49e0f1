import type { ExampleRow, RuleInsight } from '#record'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { readRowsOf } from '../pages.ts'
import { FROM_ALL } from '../selection-sql.ts'
import { shareOf } from '../stats/share.ts'
import { bitSql } from './bits.ts'
import { faultsOf, placeOf } from './plan-in-force.ts'

/** Values told of, most failing first. */
const VALUES = 12
const EXAMPLES = 5

/** What `grouping(language, harness)` says of each grouping: a bit for each column that is left out. */
const BY = { language: 1, harness: 2, nothing: 3 }

/**
 * See `AnalysisStore.insight`.
 *
 * @throws FaultError `bad-input` naming the steps there are
 */
export async function readInsight(reader: Reader, columns: Columns, key: string): Promise<RuleInsight> {
  const place = placeOf(columns.inForce.plan, key)
  const isFailing = `((e.failed & ${bitSql(place)}) <> 0)`
  const [values, [decisions = []], examples] = await Promise.all([
    readValues(reader, isFailing),
    reader.read(
      `SELECT count(*), count(*) FILTER (s.decision = 'accept') FROM standings s JOIN examples e ON e.id = s."exampleId"
       WHERE s.decision IS NOT NULL AND ${isFailing}`,
    ),
    readExamples(reader, columns, isFailing, place),
  ])
  const [decided = 0, overridden = 0] = decisions.map(Number)
  return { key, ...values, decided, overridden, precision: shareOf(decided - overridden, decided), examples }
}

/** One look at every row, for the sum and both groupings. */
async function readValues(reader: Reader, isFailing: string): Promise<Pick<RuleInsight, 'failing' | 'byLanguage' | 'byHarness'>> {
  const lines = await reader.read(
    `SELECT grouping(e.language, e.harness) AS grouped, coalesce(e.language, e.harness, '') AS value, count(*) FILTER (${isFailing}) AS failing,
       count(*) FROM examples e WHERE e."isMeasured" GROUP BY GROUPING SETS ((), (e.language), (e.harness)) ORDER BY failing DESC, value`,
  )
  const told = lines.map(([grouped, value, failing, of]) => ({
    grouped: Number(grouped),
    part: { key: String(value), failing: Number(failing), of: Number(of) },
  }))
  const partsOf = (set: number) => told.filter(({ grouped, part }) => grouped === set && part.failing > 0).map(({ part }) => part)
  return {
    failing: partsOf(BY.nothing)[0]?.failing ?? 0,
    byLanguage: partsOf(BY.language).slice(0, VALUES),
    byHarness: partsOf(BY.harness).slice(0, VALUES),
  }
}

async function readExamples(reader: Reader, columns: Columns, isFailing: string, place: number): Promise<RuleInsight['examples']> {
  const lines = await reader.read(`SELECT e.id ${FROM_ALL} WHERE ${isFailing} ORDER BY s.decision IS NOT NULL, e.id LIMIT ${EXAMPLES}`)
  const ids = lines.map(([id]) => String(id))
  const rows = new Map((await readRowsOf(reader, columns, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const { instanceId, repo, decision } = row
    return { id, instanceId, repo, text: textOf(columns, row, place), decision }
  })
}

/** What this step says of it, whatever others do. */
function textOf({ inForce: { plan, tell } }: Columns, row: ExampleRow, place: number): string {
  const [reason] = tell(row, [place], faultsOf(plan, row, [place]))
  return reason?.text ?? ''
}
