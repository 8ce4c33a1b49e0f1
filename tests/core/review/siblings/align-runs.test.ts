import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignRuns, firstDivergence } from '#review'
import { alignPair, type Comparable } from '../../../../src/core/review/siblings/align-pair.ts'

/** `Aa` is call A on thing a: an upper case letter is what is done, with its number the same call. */
function run(text: string): Comparable[] {
  const calls = text === '' ? [] : text.split(' ')
  return calls.map((call) => ({ same: hashOf(call), alike: call.charCodeAt(0) }))
}

function hashOf(call: string): number {
  return [...call].reduce((sum, letter) => sum * 200 + letter.charCodeAt(0), 0)
}

function show(...texts: string[]): string[] {
  const runs = texts.map((text) => text.split(' ').filter(Boolean))
  return alignRuns(texts.map(run)).map((line) => line.map((place, at) => (place === null ? '-' : runs[at]?.[place])).join(' '))
}

/** The best score there is, by trying every way. */
function bestScore(a: readonly Comparable[], b: readonly Comparable[]): number {
  const [firstA, ...restA] = a
  const [firstB, ...restB] = b
  if (!firstA || !firstB) return 0
  const score = firstA.same === firstB.same ? 4 : firstA.alike === firstB.alike ? 1 : 0
  return Math.max(score > 0 ? score + bestScore(restA, restB) : 0, bestScore(restA, b), bestScore(a, restB))
}

const anyRun = fc.array(fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1'), { maxLength: 7 }).map((calls) => run(calls.join(' ')))

test('runs that do the same stand line by line and never part', () => {
  expect(show('A1 B1', 'A1 B1')).toEqual(['A1 A1', 'B1 B1'])
  expect(firstDivergence([run('A1 B1'), run('A1 B1')], alignRuns([run('A1 B1'), run('A1 B1')]))).toBeNull()
})

test('what one run does besides stands on lines of its own, beside what others do besides', () => {
  expect(show('A1 B1', 'A1 C1 B1', 'A1 D1 D2 B1')).toEqual(['A1 A1 A1', '- C1 D1', '- - D2', 'B1 B1 B1'])
})

test('alike calls stand beside each other and are where the runs part', () => {
  const runs = [run('A1 B1 C1'), run('A1 B2 C1')]
  const lines = alignRuns(runs)
  expect(lines).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ])
  expect(firstDivergence(runs, lines)).toBe(1)
})

test('a run that ends early parts where it ends', () => {
  const runs = [run('A1 B1'), run('A1')]
  expect(firstDivergence(runs, alignRuns(runs))).toBe(1)
})

test('runs without calls, and one run alone, are lines too', () => {
  expect(alignRuns([run(''), run('A1')])).toEqual([[null, 0]])
  expect(alignRuns([run('A1 B1')])).toEqual([[0], [1]])
  expect(firstDivergence([run('A1')], [[0]])).toBeNull()
  expect(alignRuns([])).toEqual([])
})

test('no other way of pairing two runs scores more', () => {
  fc.assert(
    fc.property(anyRun, anyRun, (a, b) => {
      const paired = alignPair(a, b)
      const score = paired.reduce<number>((sum, column, row) => {
        if (column === null) return sum
        return sum + (a[row]?.same === b[column]?.same ? 4 : 1)
      }, 0)
      expect(score).toBe(bestScore(a, b))
    }),
  )
})

test('every call of every run stands on exactly one line, in its order', () => {
  fc.assert(
    fc.property(fc.array(anyRun, { minLength: 1, maxLength: 4 }), (runs) => {
      const lines = alignRuns(runs)
      for (const [at, calls] of runs.entries()) {
        expect(lines.map((line) => line[at]).filter((place) => place !== null)).toEqual(calls.map((_, place) => place))
      }
      expect(lines.every((line) => line.length === runs.length && line.some((place) => place !== null))).toBe(true)
    }),
  )
})

test('runs of three thousand calls are aligned, and what is beyond them is listed', () => {
  const long = run(Array.from({ length: 3_100 }, (_, n) => `A${n}`).join(' '))
  const lines = alignRuns([long, long])
  expect(lines.slice(0, 3_000).every(([a, b]) => a === b)).toBe(true)
  expect(lines).toHaveLength(3_200)
})
