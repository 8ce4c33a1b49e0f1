import { describe, expect, it } from 'vitest'
import { nextStep, type Source, sourceState, wholeStep } from '../../../src/renderer/open/source-state.ts'

function source(part: Partial<Source> = {}): Source {
  return {
    id: 's',
    uri: 'hf://datasets/o/n',
    kind: 'hub',
    revision: 'f967cba3312573981a47fd7a7b80029b53909b5f',
    addedAt: '2026-11-21T14:00:00Z',
    shapes: ['r3'],
    examples: 480,
    bodies: 12,
    rejected: 0,
    isComplete: false,
    isIndexed: true,
    ...part,
  }
}

describe('a source of the Hub', () => {
  it('that is indexed can be updated cheaply or fetched whole', () => {
    expect(sourceState(source()).word).toBe('indexed')
    expect(nextStep(source())).toEqual({ name: 'Update', input: { source: 'hf://datasets/o/n', indexOnly: true } })
    expect(wholeStep(source())).toEqual({ name: 'Fetch everything', input: { source: 'hf://datasets/o/n' } })
  })

  it('that is only partly known can be indexed to its end', () => {
    expect(sourceState(source({ isIndexed: false })).word).toBe('partly indexed')
    expect(nextStep(source({ isIndexed: false }))?.name).toBe('Index the rest')
  })

  it('of which no file could be indexed is taken from, not indexed again and again', () => {
    const lines = source({ examples: 0, bodies: 0, rejected: 7, isIndexed: false, shapes: [] })
    expect(sourceState(lines).word).toBe('not indexed')
    expect(nextStep(lines)).toEqual({ name: 'Take 400 of each', input: { source: lines.uri, take: 400 } })
    expect(wholeStep(lines)).toEqual({ name: 'Fetch everything', input: { source: lines.uri } })
  })

  it('that is complete can only be updated', () => {
    const whole = source({ isComplete: true })
    expect(sourceState(whole).word).toBe('complete')
    expect(nextStep(whole)).toEqual({ name: 'Update', input: { source: whole.uri } })
    expect(wholeStep(whole)).toBeNull()
  })
})

describe('a source of this machine', () => {
  it('goes on where it stopped, or has nothing to do', () => {
    const local = source({ kind: 'folder', uri: '/data', isIndexed: false })
    expect(nextStep(local)).toEqual({ name: 'Go on', input: { source: '/data' } })
    expect(nextStep({ ...local, isComplete: true })).toBeNull()
    expect(wholeStep(local)).toBeNull()
  })
})
