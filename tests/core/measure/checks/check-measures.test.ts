import '../../../support/planted-checks.ts'
import { expect, it, vi } from 'vitest'
import { MEASURE_INFO, measureExample } from '#measure'
import { buildExample } from '../../../support/examples.ts'
import { measuring } from '../../../support/measuring.ts'
import { other, planted } from '../../../support/planted-checks.ts'

const leaves = buildExample({ messages: [{ content: 'leaf leaf' }] })

it('a check is run once for all its measures, and for no measure of another', () => {
  const asked = [vi.spyOn(planted, 'find'), vi.spyOn(other, 'find')]
  const values = measureExample(leaves, measuring('planted_leaves', 'planted_fault'))
  expect(values).toEqual({ planted_leaves: 2, planted_fault: null })
  expect(asked.map((find) => find.mock.calls.length)).toEqual([1, 0])
})

it('all measures of a check have its version, and its fault is for rules alone', () => {
  const infos = MEASURE_INFO.filter(({ check }) => check === 'other-planted')
  expect(infos.map(({ id, version, isInternal }) => [id, version, isInternal])).toEqual([
    ['other_leaves', 1, undefined],
    ['other_planted_fault', 1, true],
  ])
})
