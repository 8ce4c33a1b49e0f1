import { expect, it } from 'vitest'
import { problemGroups } from '../../../../src/renderer/exporting/verify/problem-groups.ts'

it('groups problems by what they are about, the manifest first, and leaves out kinds without any', () => {
  const problem = (kind: 'row' | 'manifest' | 'decision', message: string) => ({ kind, where: 'somewhere', message })
  const groups = problemGroups([problem('decision', 'a'), problem('row', 'b'), problem('manifest', 'c'), problem('row', 'd')])
  expect(groups.map(({ title, problems }) => [title, problems.map(({ message }) => message).join()])).toEqual([
    ['Manifest', 'c'],
    ['Rows', 'b,d'],
    ['Decisions', 'a'],
  ])
})
