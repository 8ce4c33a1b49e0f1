import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfGigabytes, gigabytesOf } from '../../src/renderer/settings/gigabytes.ts'

describe('gigabytes', () => {
  it('are written as people type them', () => {
    expect(gigabytesOf(20_000_000_000)).toBe('20')
    expect(gigabytesOf(500_000_000)).toBe('0.5')
    expect(bytesOfGigabytes('0,5')).toBe(500_000_000)
  })

  it('come back unchanged, to the megabyte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (megabytes) => {
        expect(bytesOfGigabytes(gigabytesOf(megabytes * 1_000_000))).toBe(megabytes * 1_000_000)
      }),
    )
  })

  it.each(['', '-1', 'many', '1e3', '99999999'])('are not %j', (typed) => {
    expect(bytesOfGigabytes(typed)).toBeNull()
  })
})
