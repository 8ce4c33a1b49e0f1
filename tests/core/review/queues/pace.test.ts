import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionsAnHour, NO_PACE, paceAfter } from '#review'

const MINUTE = 60_000
const paceOf = (...minutes: number[]) => decisionsAnHour(minutes.map((at) => at * MINUTE).reduce(paceAfter, NO_PACE))

test('a decision a minute is sixty an hour, whatever the lunch break', () => {
  expect(paceOf(0, 1, 2, 3)).toBe(60)
  expect(paceOf(0, 1, 2, 62, 63, 64)).toBe(60)
  expect(paceOf(0, 10, 20)).toBe(6)
})

test('below three decisions there is none, nor without any time', () => {
  expect([paceOf(), paceOf(0), paceOf(0, 1)]).toEqual([null, null, null])
  expect([paceOf(5, 5, 5), paceOf(0, 11, 22)]).toEqual([null, null])
})

test('it equals what is counted from all times at once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 30 }), (pauses) => {
      const times = pauses.map((_pause, n) => pauses.slice(0, n + 1).reduce((sum, pause) => sum + pause, 0))
      const work = pauses.slice(1).filter((pause) => pause <= 10)
      const spent = work.reduce((sum, pause) => sum + pause, 0)
      expect(paceOf(...times) ?? 0).toBeCloseTo(spent === 0 ? 0 : (work.length / spent) * 60, 9)
    }),
  )
})

test('an answer that comes late out of another ledger ends no pause', () => {
  expect(paceOf(0, 1, 2, -500, 3)).toBe(60)
})
