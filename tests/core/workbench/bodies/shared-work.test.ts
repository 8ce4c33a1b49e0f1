import { describe, expect, it } from 'vitest'
import { createSharedWork } from '../../../../src/core/workbench/bodies/shared-work.ts'

/** Work that ends when it is told to, or when it is aborted. */
function buildWork() {
  let count = 0
  let end = (): void => {}
  let signal: AbortSignal | null = null
  return {
    run: (stop: AbortSignal) => {
      count++
      signal = stop
      return new Promise<void>((resolve, reject) => {
        end = resolve
        stop.addEventListener('abort', () => reject(stop.reason))
      })
    },
    end: () => end(),
    count: () => count,
    isAborted: () => signal?.aborted ?? false,
  }
}

describe('shared work', () => {
  it('asked for twice at once is done once, and both are answered', async () => {
    const shared = createSharedWork()
    const work = buildWork()
    const both = [shared.join('a', work.run), shared.join('a', work.run)]
    work.end()
    await Promise.all(both)
    expect(work.count()).toBe(1)
  })

  it('asked for again when it has ended is done again', async () => {
    const shared = createSharedWork()
    await shared.join('a', async () => undefined)
    const work = buildWork()
    const again = shared.join('a', work.run)
    work.end()
    await again
    expect(work.count()).toBe(1)
  })

  it('goes on for the one who stays when the other leaves', async () => {
    const shared = createSharedWork()
    const work = buildWork()
    const leaving = new AbortController()
    const left = shared.join('a', work.run, leaving.signal)
    const stayed = shared.join('a', work.run)
    leaving.abort()
    await expect(left).rejects.toThrow()
    expect(work.isAborted()).toBe(false)
    work.end()
    await expect(stayed).resolves.toBeUndefined()
  })

  it('ends when nobody waits for it any more, and the next one begins anew', async () => {
    const shared = createSharedWork()
    const first = buildWork()
    const leaving = new AbortController()
    const left = shared.join('a', first.run, leaving.signal)
    leaving.abort()
    await expect(left).rejects.toThrow()
    expect(first.isAborted()).toBe(true)
    const second = buildWork()
    const again = shared.join('a', second.run)
    second.end()
    await expect(again).resolves.toBeUndefined()
  })

  it('fails for everybody who waits, and is idle afterwards', async () => {
    const shared = createSharedWork()
    const failing = async (): Promise<void> => {
      throw new Error('no network')
    }
    const both = await Promise.allSettled([shared.join('a', failing), shared.join('a', failing)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await shared.idle()
  })
})
