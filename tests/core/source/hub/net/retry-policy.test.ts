import { describe, expect, it } from 'vitest'
import { askedWaitMs, backoffMs } from '../../../../../src/core/source/hub/net/retry-policy.ts'

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0)

function asked(headers: Record<string, string>): number | null {
  return askedWaitMs((name) => headers[name] ?? null, NOW)
}

describe('backoffMs()', () => {
  it('doubles from half a second and stops growing at thirty', () => {
    const longest = [1, 2, 3, 4, 7, 8, 2000].map((failures) => backoffMs(failures, () => 1))
    expect(longest).toEqual([500, 1000, 2000, 4000, 30_000, 30_000, 30_000])
  })

  it('may be anything from nothing on', () => {
    expect(backoffMs(5, () => 0)).toBe(0)
    expect(backoffMs(5, () => 0.25)).toBe(2000)
  })
})

describe('askedWaitMs()', () => {
  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': 'Thu, 01 Jan 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': '86400' }, 300_000],
    [{ ratelimit: '"api";r=0;t=55' }, 55_000],
    [{ ratelimit: '"api";r=0;t=55', 'retry-after': '3' }, 3000],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('of %o is %s', (headers, ms) => expect(asked(headers)).toBe(ms))
})
