import { expect, test } from 'vitest'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

test('a read given up before its turn is not run, and those behind it are', async () => {
  const { analysis } = await workspaceAt(temporaryFolder())
  await analysis.putExamples([anExample()])
  const brush = new AbortController()
  const before = Array.from({ length: 4 }, () => analysis.page({}, null, 0, 1))
  const abandoned = Array.from({ length: 20 }, () =>
    analysis.until(brush.signal).stats.windows({}, { measure: 'tokens', windows: [1], by: null }),
  )
  const after = analysis.until(new AbortController().signal).facets({}, [])
  brush.abort(new Error('brushed on'))
  const outcomes = await Promise.allSettled(abandoned)
  expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason.message === 'brushed on')).toBe(true)
  expect((await Promise.all(before)).map(({ total }) => total)).toEqual([1, 1, 1, 1])
  expect((await after).counts.measured).toEqual([{ value: 'measured', count: 1 }])
})
