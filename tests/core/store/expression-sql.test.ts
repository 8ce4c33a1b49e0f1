import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Expression, evaluate } from '#filter'
import type { MeasureInfo, MeasureValues } from '#record'
import { Bindings } from '../../../src/core/store/analysis/bindings.ts'
import { Columns } from '../../../src/core/store/analysis/columns.ts'
import { expressionSql } from '../../../src/core/store/analysis/expression-sql.ts'
import { anyExpression } from '../filter/any-expression.ts'

const TYPES = { traj_tokens: 'integer', share: 'real', is_resolved: 'boolean' } as const
const MEASURES = Object.entries(TYPES).map(
  ([id, type]) => ({ id, type, version: 1, label: id, unit: '', group: 'row', help: '' }) as MeasureInfo,
)
const columns = new Columns(MEASURES)

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => connection.closeSync())

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 })
const anyRow: fc.Arbitrary<MeasureValues> = fc.record({
  traj_tokens: orNull(fc.integer({ min: -3, max: 3 })),
  share: orNull(fc.constantFrom(-1.5, 0, 0.25, 1, 2)),
  language: orNull(fc.constantFrom('go', 'Go', 'python', 'a b', '')),
  is_resolved: orNull(fc.boolean()),
})

/** Asks the rows, each as it stands, of an SQL engine. */
async function heldBySql(expression: Expression, rows: MeasureValues[]): Promise<boolean[]> {
  const bindings = new Bindings()
  const sql = expressionSql(expression, columns, bindings)
  const cells = rows.map((row, at) => {
    const { traj_tokens, share, language, is_resolved } = row
    const texts = [traj_tokens, share, language === null ? null : `'${language}'`, is_resolved].map((cell) => cell ?? 'NULL')
    return `(${at}, ${texts[0]}::BIGINT, ${texts[1]}::DOUBLE, ${texts[2]}::VARCHAR, ${texts[3]}::BOOLEAN)`
  })
  const table = `(VALUES ${cells.join(', ')}) e("at", "m:traj_tokens", "m:share", "language", "m:is_resolved")`
  const answer = await connection.runAndReadAll(`SELECT ${sql} FROM ${table} ORDER BY e."at"`, bindings.values)
  return answer.getRows().map(([held]) => held === true)
}

describe('a condition as SQL', () => {
  it('says of every row what asking the row alone says', async () => {
    await fc.assert(
      fc.asyncProperty(anyExpression, fc.array(anyRow, { minLength: 1, maxLength: 8 }), async (expression, rows) => {
        expect(await heldBySql(expression, rows)).toEqual(rows.map((row) => evaluate(expression, (column) => row[column] ?? null)))
      }),
      { numRuns: 150 },
    )
  })

  it('takes constants, and lists of thousands of texts in any case', async () => {
    const rows = ['Go', 'rust', null].map((language) => ({ traj_tokens: null, share: null, language, is_resolved: null }))
    const values = [...Array.from({ length: 30_000 }, (_, at) => `owner/name#${at}`), 'go']
    const listed: Expression = { kind: 'in', column: 'language', values, anyCase: true }
    expect(await heldBySql({ kind: 'or', left: { kind: 'constant', value: false }, right: listed }, rows)).toEqual([true, false, false])
    expect(await heldBySql({ kind: 'not', operand: listed }, rows)).toEqual([false, true, true])
  })
})
