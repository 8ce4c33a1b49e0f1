import { describe, expect, it } from 'vitest'
import { durationWords, trafficWords } from '../../../src/cli/format/traffic.ts'

describe('trafficWords', () => {
  it('tells bytes, requests, rate and what is left', () => {
    const words = trafficWords({ bytesFetched: 12_000_000, requests: 1400, bytesPerSecond: 3_100_000.4, secondsLeft: 120 })
    expect(words).toBe('12.0 MB in 1,400 requests, 3.1 MB/s, 2 min left')
  })

  it('is silent where nothing was fetched and nothing can be said', () => {
    expect(trafficWords({ bytesFetched: 0, requests: 0, bytesPerSecond: 0, secondsLeft: null })).toBe('')
  })
})

describe('durationWords', () => {
  it.each([
    [0.2, '1 s'],
    [89, '89 s'],
    [90, '2 min'],
    [3600, '60 min'],
    [7500, '2 h 5 min'],
  ])('says %d seconds', (seconds, words) => expect(durationWords(seconds)).toBe(words))
})
