import { describe, expect, it } from 'vitest'
import { axisOf, choiceWord, isNumeric, isWindowCount, pickMeasure } from '../../../src/renderer/metrics/logic/measure-choice.ts'
import type { Measure } from '../../../src/renderer/state/use-measures.ts'

function buildMeasure(over: Partial<Measure>): Measure {
  return { id: 'm', version: 1, label: 'M', unit: '', type: 'integer', group: 'run', help: '', ...over }
}

const tokens = buildMeasure({ id: 'full_tokens', label: 'Full tokens', unit: 'tokens', group: 'tokens', encoding: 'cl100k_base@1' })

describe('a measure to choose', () => {
  it('is a number, or yes or no; a text and a tally are not', () => {
    const numeric = (['integer', 'real', 'boolean', 'text', 'tally'] as const).filter((type) => isNumeric(buildMeasure({ type })))
    expect(numeric).toEqual(['integer', 'real', 'boolean'])
  })

  it('can be held against a window when it counts a whole run', () => {
    expect(isWindowCount(tokens)).toBe(true)
    expect(isWindowCount({ ...tokens, id: 'reasoning_tokens' })).toBe(false)
  })

  it('is the first wanted that there is', () => {
    const some = [buildMeasure({ id: 'a' }), buildMeasure({ id: 'b' })]
    expect(pickMeasure(some, ['gone', 'b'])?.id).toBe('b')
    expect(pickMeasure(some, ['gone'])?.id).toBe('a')
    expect(pickMeasure([], ['b'])).toBeUndefined()
  })

  it('names its tokenizer where a person chooses it', () => {
    expect(choiceWord(tokens)).toBe('Full tokens')
    expect(choiceWord({ ...tokens, id: 'model_tokens', label: 'Model tokens', encoding: 'o200k_base@1' })).toBe(
      'Model tokens (o200k_base@1)',
    )
  })

  it('has whole limits unless it is a real number', () => {
    expect(axisOf(tokens)).toEqual({ label: 'Full tokens', unit: 'tokens', isInteger: true })
    expect(axisOf(buildMeasure({ type: 'real' })).isInteger).toBe(false)
  })
})
