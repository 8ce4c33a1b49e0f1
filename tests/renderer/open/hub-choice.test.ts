import { describe, expect, it } from 'vitest'
import { addInputOf, choiceFor, choiceOf, seedError, takeError } from '../../../src/renderer/open/hub-choice.ts'

const SOURCE = 'hf://datasets/o/n'
const first = choiceFor({ source: SOURCE })

describe('how much of a dataset', () => {
  it('is the index of everything at first', () => {
    expect(addInputOf(SOURCE, first)).toEqual({ source: SOURCE, indexOnly: true })
  })

  it('is a sample with or without a seed', () => {
    expect(addInputOf(SOURCE, { ...first, howMuch: 'take', take: ' 400 ' })).toEqual({ source: SOURCE, take: 400 })
    expect(addInputOf(SOURCE, { ...first, howMuch: 'take', take: '400', seed: '7' })).toEqual({ source: SOURCE, take: 400, seed: 7 })
  })

  it('is everything, of a revision, config and split', () => {
    const choice = choiceFor({ source: SOURCE, revision: 'v1.0', config: 'openhands', split: ' ' })
    expect(addInputOf(SOURCE, { ...choice, howMuch: 'everything' })).toEqual({ source: SOURCE, revision: 'v1.0', config: 'openhands' })
  })

  it.each(['index', 'take', 'everything'] as const)('comes back to its fields after a failure: %s', (howMuch) => {
    const input = addInputOf(SOURCE, { ...first, revision: 'main', howMuch, take: '12', seed: '0' })
    expect(addInputOf(SOURCE, choiceOf(input))).toEqual(input)
  })

  it.each(['', '0', '1.5', '-3', 'all'])('cannot be a sample of %j', (take) => {
    expect(takeError({ ...first, howMuch: 'take', take })).not.toBeNull()
    expect(takeError({ ...first, take })).toBeNull()
  })

  it('takes any whole number as a seed', () => {
    expect(seedError({ ...first, howMuch: 'take', seed: '-4' })).toBeNull()
    expect(seedError({ ...first, howMuch: 'take', seed: 'x' })).not.toBeNull()
  })
})
