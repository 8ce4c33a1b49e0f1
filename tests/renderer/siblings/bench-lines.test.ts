import { expect, test } from 'vitest'
import { benchLines, nextDifference } from '../../../src/renderer/siblings/bench-lines.ts'
import type { AlignedCall, Alignment } from '../../../src/renderer/siblings/types.ts'

function call(same: number): AlignedCall {
  return {
    messageIndex: same,
    callIndex: 0,
    same,
    name: 'bash',
    act: { kind: 'other' },
    isError: false,
    isEdit: false,
    isTest: false,
    tests: null,
  }
}

/** Two runs, a line a pair; null for no call. */
function alignment(...pairs: [number | null, number | null][]): Alignment {
  const runs = [0, 1].map((run) => ({
    id: `r${run}`,
    calls: pairs.flatMap((pair) => (typeof pair[run] === 'number' ? [call(pair[run])] : [])),
  }))
  const before = (at: number, run: number) => pairs.slice(0, at).filter((pair) => pair[run] !== null).length
  const lines = pairs.map((pair, at) => pair.map((same, run) => (same === null ? null : before(at, run))))
  const parts = pairs.findIndex(([a, b]) => a !== b)
  return { runs, lines, firstDivergence: parts === -1 ? null : parts }
}

const shape = (given: Alignment, folds: boolean) =>
  benchLines(given, folds).map((line) =>
    line.kind === 'fold' ? `fold ${line.at}+${line.count}` : `${line.at}${line.isSame ? '=' : '≠'}${line.isParting ? '!' : ''}`,
  )

test('lines say whether all runs make the same call, and where they part', () => {
  expect(shape(alignment([1, 1], [2, 3], [null, 4], [5, 5]), false)).toEqual(['0=', '1≠!', '2≠', '3='])
})

test('three lines or more that are the same fold into one, fewer stay', () => {
  expect(shape(alignment([1, 1], [2, 2], [3, 3], [4, 5], [6, 6], [7, 7]), true)).toEqual(['fold 0+3', '3≠!', '4=', '5='])
  expect(shape(alignment([1, 1], [2, 2], [3, 3]), true)).toEqual(['fold 0+3'])
  expect(shape(alignment(), true)).toEqual([])
})

test('the next difference is found either way, over folds', () => {
  const lines = benchLines(alignment([1, 2], [3, 3], [4, 4], [5, 5], [6, null]), true)
  expect(nextDifference(lines, 0, 1)).toBe(2)
  expect(nextDifference(lines, 2, -1)).toBe(0)
  expect(nextDifference(lines, 2, 1)).toBeNull()
  expect(nextDifference(lines, -1, 1)).toBe(0)
})
