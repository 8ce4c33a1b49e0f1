import { expect, test } from 'vitest'
import { inPreference, suggestBest } from '#review'
import { buildExampleRow } from '../../../support/build-example-row.ts'

const attempt = (id: string, resolved: 1 | 0 | -1, tokens: number, reasons = 0) =>
  buildExampleRow({
    id,
    resolved,
    values: { traj_tokens: tokens },
    reasons: Array.from({ length: reasons }, () => ({ rule: 'r', text: 't' })),
  })

test('the only attempt that resolves is suggested, however long it is', () => {
  expect(suggestBest([attempt('a', 0, 10), attempt('b', 1, 9_000, 3), attempt('c', -1, 5)])).toEqual({
    id: 'b',
    text: 'the only one of 3 that resolves it',
  })
})

test('of several that resolve, that which fewest steps speak against, then the shortest', () => {
  expect(suggestBest([attempt('a', 1, 10, 2), attempt('b', 1, 900, 1)])).toEqual({
    id: 'b',
    text: 'of 2 that resolve it, the fewest steps of the recipe speak against it',
  })
  expect(suggestBest([attempt('a', 1, 900), attempt('b', 1, 10), attempt('c', 0, 1)])).toEqual({
    id: 'b',
    text: 'of 2 that resolve it, the fewest tokens',
  })
})

test('nothing is suggested of failures alone, of one attempt, of equals, or of what is not measured', () => {
  expect(suggestBest([attempt('a', 0, 10), attempt('b', 0, 20)])).toBeNull()
  expect(suggestBest([attempt('a', 1, 10)])).toBeNull()
  expect(suggestBest([attempt('a', 1, 10), attempt('b', 1, 10)])).toBeNull()
  expect(suggestBest([attempt('a', 1, 10), { ...attempt('b', 1, 20), isMeasured: false }])).toBeNull()
})

test('attempts are listed in that order, equal ones by id', () => {
  const rows = [attempt('d', 1, 10), attempt('c', 1, 10), attempt('b', 0, 1), attempt('a', -1, 1)]
  expect(inPreference(rows).map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b'])
})
