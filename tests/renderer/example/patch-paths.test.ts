import { describe, expect, it } from 'vitest'
import { keyMeasures } from '../../../src/renderer/example/logic/key-measures.ts'
import { pathOf, remarksOf, statusLetter } from '../../../src/renderer/example/logic/patch-paths.ts'
import type { PatchFileSummary } from '../../../src/renderer/example/types.ts'
import { answer, message, run, shell } from './message-builder.ts'

const file = (rest: Partial<PatchFileSummary>): PatchFileSummary => ({
  start: 0,
  oldPath: 'a.py',
  newPath: 'a.py',
  status: 'modified',
  oldMode: null,
  newMode: null,
  binary: false,
  additions: 0,
  deletions: 0,
  ...rest,
})

describe('a file of a patch', () => {
  it('has the letter git gives it', () => {
    expect(
      ['added', 'deleted', 'modified', 'renamed', 'copied', 'mode'].map((status) =>
        statusLetter(file({ status: status as PatchFileSummary['status'] })),
      ),
    ).toEqual(['A', 'D', 'M', 'R', 'C', 'T'])
  })

  it('shows the old path when it is gone, and says so when it has none', () => {
    expect(pathOf(file({ newPath: null }))).toBe('a.py')
    expect(pathOf(file({ newPath: null, oldPath: null }))).toBe('(no path)')
  })

  it('tells renames, modes and binary content', () => {
    expect(remarksOf(file({ status: 'renamed', oldPath: 'b.py', oldMode: '100644', newMode: '100755', binary: true }))).toEqual([
      'renamed from b.py',
      'mode 100644 to 100755',
      'binary',
    ])
    expect(remarksOf(file({}))).toEqual([])
  })
})

describe('the four figures', () => {
  const detail = run([message(0, 'assistant', '', { calls: [shell('ls')] }), answer(1, 0, { isError: true })])

  it('come from the measures', () => {
    const values = { traj_tokens: 33940, calls: 47, failed_calls: 3, tests_after_last_edit: true }
    const figures = keyMeasures({ values, isMeasured: true, reasons: [{ rule: 'token-limit', text: '' }] }, detail)
    expect(figures.map(({ value, tone }) => [value, tone])).toEqual([
      ['33,940', 'drop'],
      ['1', 'plain'],
      ['3 / 47', 'plain'],
      ['yes', 'keep'],
    ])
  })

  it('are read off the run, or missing, while nothing is measured', () => {
    const figures = keyMeasures({ values: {}, isMeasured: false, reasons: [] }, detail)
    expect(figures.map(({ value }) => value)).toEqual(['–', '1', '1 / 1', '–'])
  })
})
