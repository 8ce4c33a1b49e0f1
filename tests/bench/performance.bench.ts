import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { SAMPLE } from '../support/open-workbench.ts'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'
import { addRate } from './add-rate.ts'
import { checkCost } from './check-cost.ts'
import { choosing } from './choosing.ts'
import { countTokens } from './count-tokens.ts'
import { deciding } from './deciding.ts'
import { bigGroupStall, engineStall } from './engine-stall.ts'
import { exporting } from './exporting.ts'
import { findCost } from './find-cost.ts'
import { historyCost } from './history-cost.ts'
import { indexCorpus } from './index-corpus.ts'
import { judging } from './judging.ts'
import { linearCost } from './linear-cost.ts'
import { measurePipeline } from './measure-pipeline.ts'
import { removeMeasuredRows } from './measured-rows.ts'
import { openExample } from './open-example.ts'
import { performancePage } from './performance-page.ts'
import { queues } from './queues.ts'
import { reviewDay } from './review-day.ts'
import { scrollTable } from './scroll-table.ts'
import { startToTable } from './start-to-table.ts'
import { stats } from './stats.ts'
import { table } from './table.ts'

const DOCUMENT = resolve(import.meta.dirname, '../../docs/performance.md')

afterAll(removeMeasuredRows)

it('writes docs/performance.md', async () => {
  const rows = hasSharedData ? join(sharedData, 'hub-r3') : SAMPLE
  const name = hasSharedData ? 'real rows of the current release' : 'the bundled sample'
  const added = await addRate(rows)
  const figures = [
    added,
    // Before anything else counts tokens in this process: its counting starts cold.
    ...(await measurePipeline(rows)),
    await checkCost(rows),
    historyCost(),
    ...(hasSharedData ? countTokens() : []),
    await engineStall(rows),
    await bigGroupStall(),
    ...(await openExample(rows)),
    ...(await table()),
    ...(await stats()),
    ...(await judging()),
    ...(await deciding()),
    ...(await queues()),
    ...(await scrollTable()),
    ...(await reviewDay(rows)),
    ...(await exporting()),
    choosing(),
    ...(await findCost()),
    ...(await linearCost()),
    ...(await indexCorpus()),
    await startToTable(rows),
  ]
  await writeFile(DOCUMENT, performancePage(figures, name))
  expect(figures.every(({ ratio }) => Number.isFinite(ratio) && ratio > 0)).toBe(true)
})
