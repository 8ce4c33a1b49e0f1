import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeRefresher, restAfter } from '../../src/renderer/state/refresher.ts'

describe('asking again', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks once for all changes of a while', async () => {
    const { asked, change } = follow(0)
    change('examples')
    change('verdicts')
    change('examples')
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toEqual([['examples', 'verdicts']])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveLength(1)
  })

  it('lets slow answers arrive before it asks anew, and leaves the host most of the time', async () => {
    const { asked, change } = follow(1000)
    for (let at = 0; at < 12_000; at += 100) {
      change('examples')
      await vi.advanceTimersByTimeAsync(100)
    }
    // 400 ms, then an answer of 1 s and a rest of 4 s, again and again.
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  it('asks for what changed while it was waiting', async () => {
    const { asked, change } = follow(1000)
    change('examples')
    await vi.advanceTimersByTimeAsync(500)
    change('decisions')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual([['examples'], ['decisions']])
  })

  it('rests longer the longer the answers take, within limits', () => {
    expect(restAfter(10)).toBe(400)
    expect(restAfter(500)).toBe(2000)
    expect(restAfter(60_000)).toBe(5000)
  })
})

/** A refresher whose answers take so many milliseconds, and what it asked. */
function follow(took: number) {
  const asked: string[][] = []
  const change = makeRefresher<string>((changes) => {
    asked.push([...changes])
    return new Promise((answered) => setTimeout(answered, took))
  })
  return { asked, change }
}
