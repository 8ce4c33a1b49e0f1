import { expect, test } from 'vitest'
import { outcomeOf, REASONS } from '#review'

test.each([
  ['accept', 'drop', 'keep'],
  ['reject', 'keep', 'drop'],
  ['accept', null, 'keep'],
  [null, 'keep', 'keep'],
  [null, 'drop', 'drop'],
  [null, null, null],
] as const)('decision %s over verdict %s gives %s', (decision, verdict, outcome) => {
  expect(outcomeOf(decision, verdict)).toBe(outcome)
})

test('reasons have their own codes and the keys 1 to 9', () => {
  expect(REASONS.map(({ key }) => key).join('')).toBe('123456789')
  expect(new Set(REASONS.map(({ code }) => code)).size).toBe(REASONS.length)
})
