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

test.each(['accept', 'reject'] as const)('the reasons to %s have their own codes and the keys from 1', (decision) => {
  const offered = REASONS.filter((reason) => reason.decision === decision)
  expect(offered.map(({ key }) => key)).toEqual(offered.map((_, i) => String(i + 1)))
  expect(new Set(offered.map(({ code }) => code)).size).toBe(offered.length)
  expect(offered.at(-1)?.code).toBe('other')
})
