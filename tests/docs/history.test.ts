import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { historyLabels } from '../bench/rules/history-labels.ts'
import { historyTable, TABLE } from '../bench/rules/history-table.ts'
import { judgeRuns } from '../bench/rules/judge-runs.ts'
import { hasSharedData } from '../support/shared-rows.ts'

const DOCUMENT = resolve(import.meta.dirname, '../../docs/rules.md')

it.skipIf(!hasSharedData)(
  `docs/rules.md tells how the check agrees with the labels${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const runs = judgeRuns()
    expect(runs.filter(({ fault }) => fault !== null)).toEqual([])
    const table = historyTable(runs, historyLabels())
    expect(TABLE.exec(readFileSync(DOCUMENT, 'utf8'))?.[0], 'write it again with `npm run bench:rules`').toContain(table)
  },
)

it('every label is of a run that is there, and nothing is used that was not exposed', () => {
  const labels = [...historyLabels().values()]
  expect(labels.length).toBeGreaterThan(40)
  expect(labels.filter(({ attempted, exposed, used }) => (used && !exposed) || (exposed && !attempted))).toEqual([])
})
