import { describe, expect, it } from 'vitest'
import { limitError, measuringWords, restOf, standingWords, stoppedWords, unmeasuredIn } from '../../src/renderer/browse/measuring-words.ts'

const counts = {
  measured: [
    { value: 'indexed', count: 478_400 },
    { value: 'measured', count: 1600 },
  ],
}

describe('what of a selection is only indexed', () => {
  it('is what its facet counts', () => {
    expect(unmeasuredIn(counts, {})).toBe(478_400)
    expect(unmeasuredIn(counts, { facets: { measured: ['indexed'] } })).toBe(478_400)
  })

  it('is nothing when only measured ones are selected, or nothing is known yet', () => {
    expect(unmeasuredIn(counts, { facets: { measured: ['measured'] } })).toBe(0)
    expect(unmeasuredIn(undefined, {})).toBe(0)
  })
})

describe('where a selection stands', () => {
  it('says how many are measured as long as some are not', () => {
    expect(standingWords(480_000, { indexed: 480_000, measured: 1600 })).toBe('indexed, 1,600 measured')
    expect(standingWords(12, { indexed: 480_000, measured: 1600 })).toBe('of 480,000 indexed, 1,600 measured')
    expect(standingWords(12, { indexed: 154, measured: 154 })).toBe('of 154')
  })
})

describe('measuring', () => {
  it('tells what it has and what is left', () => {
    const event = { kind: 'progress' as const, done: 420, total: 1000, failed: 3, bytesFetched: 84_200_000, requests: 430 }
    expect(measuringWords({ ...event, bytesPerSecond: 12_400_000, secondsLeft: 39.7 })).toBe(
      '420 of 1,000 · 3 failed · 84.2 MB · 12.4 MB/s · 40 s left',
    )
    expect(measuringWords({ ...event, failed: 0, bytesFetched: 0, bytesPerSecond: 0, secondsLeft: null })).toBe('420 of 1,000')
  })

  it('is limited by a whole number up to what there is', () => {
    expect(limitError('1000', 1200)).toBeNull()
    for (const typed of ['', '0', '1.5', '1201', 'all']) expect(limitError(typed, 1200)).toBe('A whole number from 1 to 1,200.')
  })
})

describe('measuring that was stopped', () => {
  it('says how far it came', () => {
    expect(stoppedWords({ done: 420, total: 1000 })).toBe('Stopped at 420 of 1,000.')
    expect(stoppedWords(null)).toBe('Stopped.')
  })

  it('goes on to what was asked for in all, and not to as many again', () => {
    expect(restOf({ selection: {}, limit: 1000 }, { done: 420 })).toEqual({ selection: {}, limit: 580 })
    expect(restOf({ selection: {}, limit: 1000 }, null)).toEqual({ selection: {}, limit: 1000 })
    expect(restOf({ selection: {} }, { done: 420 })).toEqual({ selection: {} })
  })
})
