import { expect, test } from 'vitest'
import { isHidden, settledWords } from '../../../src/renderer/reviewing/logic/dispute-words.ts'
import { kappaWords } from '../../../src/renderer/reviewing/logic/kappa-words.ts'
import { newestQueue } from '../../../src/renderer/reviewing/logic/newest-queue.ts'
import { paceWords } from '../../../src/renderer/reviewing/logic/pace-words.ts'
import { queueOf } from './review-builders.ts'

test.each([
  [41, 89, '41 an hour, about 2 h 10 min left'],
  [60, 20, '60 an hour, about 20 min left'],
  [60, 60, '60 an hour, about 1 h left'],
  [10, 1000, '10 an hour, about 100 h left'],
  [60, 599, '60 an hour, about 10 h left'],
  [1000, 1, '1,000 an hour, about 1 min left'],
  [null, 12, '12 left'],
  [0, 12, '12 left'],
  [41, 0, 'nothing left, 41 an hour'],
  [null, 0, 'nothing left'],
])('a pace of %s with %s left reads "%s"', (pace, left, words) => {
  expect(paceWords(pace, left)).toBe(words)
})

test.each([
  [1, '1.00', 'almost perfect'],
  [0.806, '0.81', 'almost perfect'],
  [0.8, '0.80', 'substantial'],
  [0.6, '0.60', 'moderate'],
  [0.4, '0.40', 'fair'],
  [0.2, '0.20', 'slight'],
  [-0.001, '0.00', 'slight'],
  [-0.3, '-0.30', 'less than chance'],
  [null, '–', 'not defined'],
])('a kappa of %s reads %s, %s', (kappa, number, word) => {
  expect(kappaWords(kappa)).toEqual({ number, word })
})

test('one goes on where one worked last, else with the newest, and never where nothing is left', () => {
  const worked = (lastAt: string) => [{ reviewer: 'Ada', decided: 3, skipped: 0, pace: null, lastAt }]
  const old = queueOf({ id: 'old', madeAt: '2026-11-01', reviewers: worked('2026-11-05') })
  const newer = queueOf({ id: 'newer', madeAt: '2026-11-03' })
  const done = queueOf({ id: 'done', madeAt: '2026-11-09', left: 0 })
  expect(newestQueue([done, newer, old], 'Ada')?.id).toBe('old')
  expect(newestQueue([done, newer, old], 'Bo')?.id).toBe('newer')
  expect(newestQueue([done], 'Ada')).toBeNull()
})

test('a blind person sees what others say once their own answer stands', () => {
  const opinions = [
    { reviewer: 'Bo', decision: 'accept' as const, reason: null, note: null, time: '', seq: 1, contentHash: '', isBlind: false },
  ]
  expect(isHidden({ opinions }, 'Ada', true)).toBe(true)
  expect(isHidden({ opinions }, 'Bo', true)).toBe(false)
  expect(isHidden({ opinions }, 'Ada', false)).toBe(false)
})

test('settling says what was said and how many are left', () => {
  expect(settledWords('accept', 3)).toBe('settled: accepted, 3 left')
})
