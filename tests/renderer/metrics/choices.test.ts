import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIMENSIONS as RECORD_DIMENSIONS } from '#record'
import {
  type Choices,
  DIMENSIONS,
  type Dimension,
  FIRST_CHOICES,
  nextDimension,
  readChoices,
  storedChoices,
  toggled,
} from '../../../src/renderer/metrics/logic/choices.ts'

const text = fc.string({ minLength: 1 })
const count = fc.integer({ min: 1, max: 1_000_000 })
const choices: fc.Arbitrary<Choices> = fc.record({
  by: fc.option(fc.constantFrom(...DIMENSIONS)),
  rateBy: fc.constantFrom<Dimension>('outcome', 'harness', 'model', 'language', 'thinking'),
  least: count,
  tokens: text,
  free: text,
  tally: text,
  toolTurns: text,
  percentilesOf: text,
  measures: fc.array(text, { minLength: 1, maxLength: 32 }),
  windows: fc.array(count, { maxLength: 8 }),
  folded: fc.array(text),
  hidden: fc.array(text),
})

describe('what is remembered of the Metrics screen', () => {
  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(choices, (one) => {
        expect(readChoices(JSON.parse(JSON.stringify(storedChoices(one))))).toEqual(one)
      }),
    )
  })

  it('is as at first where it is not understood, part by part', () => {
    expect(readChoices(null)).toEqual(FIRST_CHOICES)
    expect(readChoices('wide')).toEqual(FIRST_CHOICES)
    expect(readChoices({ by: 'colour', least: 0.5, measures: [], windows: ['8k', 12, -1], hidden: [1, 'heat'] })).toEqual({
      ...FIRST_CHOICES,
      windows: [12],
      hidden: ['heat'],
    })
  })

  it('tells no rate by the label, which is what a rate tells', () => {
    expect(readChoices({ rateBy: 'label' }).rateBy).toBe('language')
  })

  it('compares by the dimensions the host knows', () => {
    expect([...DIMENSIONS].sort()).toEqual([...RECORD_DIMENSIONS].sort())
  })
})

describe('comparing by the next', () => {
  it('goes through all dimensions and back to none', () => {
    const seen: (Dimension | null)[] = []
    let by: Dimension | null = null
    do {
      seen.push(by)
      by = nextDimension(by)
    } while (by !== null)
    expect(seen).toEqual([null, ...DIMENSIONS])
  })
})

describe('a list of things on show', () => {
  it('takes one in at its end and out again', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})
