import { expect, test } from 'vitest'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

test('columns come in id order as texts, keys and digests, and rows are counted by their values', { timeout: 60_000 }, async () => {
  const workspace = await workspaceAt(temporaryFolder())
  const { analysis } = workspace
  const repos = ['o/a', 'o/b', null, '']
  const ids = Array.from({ length: 200 }, (_, at) => `run-${String((at * 79) % 200).padStart(3, '0')}`)
  await analysis.putExamples(ids.map((id, at) => anExample({ id, repo: repos[at % 4] ?? null, language: at % 2 === 0 ? 'go' : 'c' })))
  const lines: (string | number | null)[][] = []
  const asked = [
    { as: 'text', column: 'repo' },
    { as: 'key', column: 'repo' },
    { as: 'digest', columns: ['repo', 'language'] },
  ] as const
  for await (const [found = [], ...columns] of analysis.columnsOf({}, asked)) {
    for (const [at, id] of found.entries()) lines.push([id, ...columns.map((values) => values[at] ?? null)])
  }
  expect(lines.map(([id]) => id)).toEqual(ids.toSorted())
  const keysOf = (repo: string | null) => new Set(lines.filter(([, text]) => text === repo).map(([, , key]) => key))
  expect([keysOf(null), keysOf('')]).toEqual([new Set([null]), new Set([null])])
  expect([keysOf('o/a').size, keysOf('o/b').size, new Set([...keysOf('o/a'), ...keysOf('o/b')]).size]).toEqual([1, 1, 2])
  expect(new Set(lines.map(([, , , digest]) => digest)).size).toBe(4)

  const some = { ids: ['run-000', 'run-001', 'run-002', 'gone'] }
  const counted = await analysis.countBy(some, ['language', 'is_measured'])
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(3)
  expect((await analysis.countBy({}, ['language', 'is_measured'])).map(({ values, count }) => [...values, count]).sort()).toEqual([
    ['c', true, 100],
    ['go', true, 100],
  ])
  await workspace.close()
})
