import { expect, test } from 'vitest'
import type { Answers } from '../../../src/renderer/api/api.ts'
import { attemptName } from '../../../src/renderer/siblings/attempt-name.ts'
import { figuresOf } from '../../../src/renderer/siblings/figures.ts'
import { fileMatrix } from '../../../src/renderer/siblings/matrix-rows.ts'
import { firstShown, toggleShown } from '../../../src/renderer/siblings/shown-attempts.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'

const attempts = { attempts: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => buildExampleRow({ id })) }

test('the attempt one came from is shown with the best three others, in the order of the attempts', () => {
  expect(firstShown(attempts, 'f')).toEqual(['a', 'b', 'c', 'f'])
  expect(firstShown({ attempts: attempts.attempts.slice(0, 1) }, 'a')).toEqual(['a'])
})

test('attempts come and go, one stays, eight is the most', () => {
  expect(toggleShown(attempts, ['a', 'c'], 'b')).toEqual(['a', 'b', 'c'])
  expect(toggleShown(attempts, ['a', 'c'], 'a')).toEqual(['c'])
  expect(toggleShown(attempts, ['a'], 'a')).toEqual(['a'])
  const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  expect(toggleShown(attempts, eight, 'i')).toEqual(eight)
})

test('an attempt is named by harness and model, with the end of its id', () => {
  expect(attemptName(buildExampleRow({ id: 'run-123456', harness: 'openhands', teacherModel: 'org/teacher' }))).toBe(
    'openhands · teacher …123456',
  )
  expect(attemptName(buildExampleRow({ id: 'x\u202ey', harness: null, model: null }))).not.toContain('\u202e')
})

test('bars are shares of the largest, and what is not measured says so', () => {
  const rows = [buildExampleRow({ id: 'a', values: { traj_tokens: 50 } }), buildExampleRow({ id: 'b', values: { traj_tokens: 200 } })]
  expect(rows.map((row) => figuresOf(row, rows)[0])).toEqual([
    { label: 'tokens', value: '50', share: 0.25 },
    { label: 'tokens', value: '200', share: 1 },
  ])
  const unmeasured = { ...buildExampleRow({ id: 'c' }), values: {}, isMeasured: false }
  expect(figuresOf(unmeasured, [unmeasured])[0]).toEqual({ label: 'tokens', value: 'not measured', share: null })
})

test('every file any attempt changes is a line, those most change first', () => {
  type Patch = Answers['example']['patch']
  const file = (path: string, additions: number) => ({
    start: 0,
    oldPath: path,
    newPath: path,
    status: 'modified' as const,
    oldMode: null,
    newMode: null,
    binary: false,
    additions,
    deletions: 0,
  })
  const patch = (...files: Patch['files']): Patch => ({ files, additions: 0, deletions: 0, problems: [], cut: null, bytes: 0 })
  const rows = fileMatrix([patch(file('b.py', 1), file('z.py', 2)), undefined, patch(file('z.py', 3))])
  expect(rows).toEqual([
    { path: 'z.py', cells: [{ file: 1, additions: 2, deletions: 0 }, null, { file: 0, additions: 3, deletions: 0 }] },
    { path: 'b.py', cells: [{ file: 0, additions: 1, deletions: 0 }, null, null] },
  ])
})
