import { expect, test } from 'vitest'
import type { Sort } from '#record'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const ROWS = 100_000

/** Limits are several times what an idle machine needs: they catch a change of order, not a busy neighbour. */
const SLACK = 5

test('100,000 rows load in batches, and any page of them is ready at once', async () => {
  const { analysis } = await workspaceAt(temporaryFolder())
  const rows = Array.from({ length: ROWS }, (_, n) =>
    anExample(
      {
        id: `row-${(n * 7919) % ROWS}`,
        language: ['go', 'python', 'rust'][n % 3] ?? null,
        repo: `octo/cat-${n % 500}`,
        contentHash: `c${n}`,
      },
      { tokens: (n * 31) % 70_001, ratio: n / 7 },
    ),
  )
  await analysis.putExamples(rows.slice(0, 99_500))
  expect(await time(() => analysis.putExamples(rows.slice(99_500)))).toBeLessThan(100 * SLACK)
  await analysis.putVerdicts(
    rows.map(({ index }) => ({ id: index.id, verdict: 'keep', reasons: [] })),
    { total: ROWS, kept: ROWS, dropped: 0, steps: [] },
  )
  const sorts: (Sort | null)[] = [null, { column: 'tokens', descending: true }, { column: 'outcome', descending: false }]
  for (const sort of sorts) {
    expect(await time(() => analysis.page({}, sort, 50_000, 100)), `sorted by ${sort?.column}`).toBeLessThan(100 * SLACK)
  }
  expect(await time(() => analysis.page({ text: 'CAT-42' }, null, 0, 100)), 'text').toBeLessThan(100 * SLACK)
  expect(await time(() => analysis.facets({ facets: { language: ['go'] } }, ['tokens', 'ratio'])), 'facets').toBeLessThan(300 * SLACK)
  expect(await time(() => analysis.neighbours('row-5', {}, null)), 'neighbours').toBeLessThan(150 * SLACK)
})

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  const took = performance.now() - start
  return took
}
