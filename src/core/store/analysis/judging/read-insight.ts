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

/**
 * See `AnalysisStore.insight`.
 *
 * @throws FaultError `bad-input` naming the steps there are
 */
export async function readInsight(reader: Reader, columns: Columns, key: string): Promise<RuleInsight> {
  const place = placeOf(columns.inForce.plan, key)
  const isFailing = `((e.failed & ${bitSql(place)}) <> 0)`
  const [[counts = []], byLanguage, byHarness, examples] = await Promise.all([
    reader.read(`SELECT count(*), count(s.decision), count(*) FILTER (s.decision = 'accept') ${FROM_ALL} WHERE ${isFailing}`),
    readValues(reader, 'language', isFailing),
    readValues(reader, 'harness', isFailing),
    readExamples(reader, columns, isFailing, place),
  ])
  const [failing = 0, decided = 0, overridden = 0] = counts.map(Number)
  return { key, failing, decided, overridden, precision: shareOf(decided - overridden, decided), byLanguage, byHarness, examples }
}

async function readValues(reader: Reader, column: 'language' | 'harness', isFailing: string): Promise<RuleInsight['byLanguage']> {
  const lines = await reader.read(
    `SELECT coalesce(e.${column}, '') AS value, count(*) FILTER (${isFailing}) AS failing, count(*)
     FROM examples e WHERE e."isMeasured" GROUP BY value HAVING failing > 0 ORDER BY failing DESC, value LIMIT ${VALUES}`,
  )
  return lines.map(([value, failing, of]) => ({ key: String(value), failing: Number(failing), of: Number(of) }))
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
