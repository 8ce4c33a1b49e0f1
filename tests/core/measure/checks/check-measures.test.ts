import { describe, expect, it, vi } from 'vitest'
import { subjectOf } from '#measure'
import type { Evidence } from '#record'
import type { Check } from '../../../../src/core/measure/checks/check.ts'
import { checkMeasures } from '../../../../src/core/measure/checks/check-measures.ts'
import { buildExample } from '../../../support/examples.ts'

const found: Evidence = { kind: 'x', text: 'Found.', certainty: 'certain', at: null, quote: '', parts: [] }

function buildCheck(known: Partial<Check> = {}): Check {
  return {
    id: 'two-words',
    version: 4,
    title: 'Two words',
    kinds: { x: 'It is there.' },
    measures: [
      { id: 'xs', label: 'X', unit: 'x', type: 'integer', group: 'run', help: 'All.', compute: (evidence) => evidence.length },
      { id: 'has_x', label: 'Has x', unit: '', type: 'boolean', group: 'run', help: 'Any.', compute: (evidence) => evidence.length > 0 },
    ],
    find: () => [found, found],
    ...known,
  }
}

/** The values of a check's measures, all of one example. */
function valuesOf(check: Check) {
  const subject = subjectOf(buildExample())
  return Object.fromEntries(checkMeasures(check).map(({ id, compute }) => [id, compute(subject)]))
}

describe('the measures of a check', () => {
  it('are counted from one look', () => {
    const check = buildCheck()
    const find = vi.spyOn(check, 'find')
    expect(valuesOf(check)).toEqual({ xs: 2, has_x: true, two_words_fault: null })
    expect(find).toHaveBeenCalledTimes(1)
  })

  it('have its version, and its fault is for rules alone', () => {
    expect(checkMeasures(buildCheck()).map(({ id, version, check, isInternal }) => [id, version, check, isInternal])).toEqual([
      ['xs', 4, 'two-words', undefined],
      ['has_x', 4, 'two-words', undefined],
      ['two_words_fault', 4, 'two-words', true],
    ])
  })

  it('are empty where it throws, which its fault says', () => {
    const find = () => {
      throw new Error('no shell')
    }
    expect(valuesOf(buildCheck({ find }))).toEqual({ xs: null, has_x: null, two_words_fault: 'Two words stopped: no shell' })
  })
})
