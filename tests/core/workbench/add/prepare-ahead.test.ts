import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fault } from '#record'
import { type Prepared, prepareAhead } from '../../../../src/core/workbench/add/prepare-ahead.ts'

const never = new AbortController().signal

async function collect<Item, Value>(stream: AsyncIterable<Prepared<Item, Value>>): Promise<Prepared<Item, Value>[]> {
  const all: Prepared<Item, Value>[] = []
  for await (const one of stream) all.push(one)
  return all
}

describe('preparing ahead', () => {
  it('hands out every item once and in its order, whichever is ready first, and never prepares more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (waits, ahead) => {
          let busy = 0
          let busiest = 0
          const prepare = async (item: number): Promise<number> => {
            busiest = Math.max(busiest, ++busy)
            await pause(waits[item])
            busy--
            return item * 2
          }
          const prepared = await collect(prepareAhead(waits.keys(), prepare, { ahead, signal: never }))
          expect(prepared).toEqual(waits.map((_, item) => ({ item, value: item * 2, failure: null })))
          expect(busiest).toBeLessThanOrEqual(ahead)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('gives out an item that failed with its fault, and the others go on', async () => {
    const prepare = async (item: string): Promise<void> => {
      if (item === 'b') throw fault('not-found', 'b is gone')
    }
    const prepared = await collect(prepareAhead(['a', 'b', 'c'], prepare, { ahead: 2, signal: never }))
    expect(prepared.map(({ item, failure }) => [item, failure?.message ?? null])).toEqual([
      ['a', null],
      ['b', 'b is gone'],
      ['c', null],
    ])
  })

  it.each(['offline', 'forbidden', 'disk-full', 'internal'] as const)('throws %s, which would meet every item', async (kind) => {
    const stream = prepareAhead([1, 2], () => Promise.reject(fault(kind, 'no')), { ahead: 2, signal: never })
    await expect(collect(stream)).rejects.toThrow('no')
  })

  const outcomes = (prepared: Prepared<string, void>[]) => prepared.map(({ item, failure }) => `${item} ${failure?.kind ?? 'ready'}`)
  const offlineFor = (items: string) => async (item: string) => {
    if (items.includes(item)) throw fault('offline', `${item} is not answered`)
  }

  it('takes offline for the trouble of one item when the next is answered', async () => {
    const prepared = await collect(prepareAhead([...'abcdef'], offlineFor('bce'), { ahead: 2, signal: never }))
    expect(outcomes(prepared)).toEqual(['a ready', 'b offline', 'c offline', 'd ready', 'e offline', 'f ready'])
  })

  it("takes offline for everybody's trouble after three in a row", async () => {
    const stream = prepareAhead([...'abcdefg'], offlineFor('cdefg'), { ahead: 2, signal: never })
    const seen: string[] = []
    await expect(
      (async () => {
        for await (const { item } of stream) seen.push(item)
      })(),
    ).rejects.toThrow('c is not answered')
    expect(seen).toEqual(['a', 'b'])
  })

  it("tells the last item's trouble as its own when others were answered", async () => {
    expect(outcomes(await collect(prepareAhead([...'ab'], offlineFor('b'), { ahead: 2, signal: never })))).toEqual(['a ready', 'b offline'])
  })

  it('aborts what is on its way when it is left, and waits for it', async () => {
    const aborted: number[] = []
    const prepare = (item: number, signal: AbortSignal): Promise<void> =>
      item === 0
        ? Promise.resolve()
        : new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              aborted.push(item)
              reject(signal.reason)
            })
          })
    for await (const _ of prepareAhead([0, 1, 2], prepare, { ahead: 2, signal: never })) break
    expect(aborted).toEqual([1, 2])
  })

  it('ends with the reason of the signal that stops it', async () => {
    const stop = new AbortController()
    const prepare = (_: number, signal: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const all = collect(prepareAhead([1, 2, 3], prepare, { ahead: 2, signal: stop.signal }))
    await pause(1)
    stop.abort(new Error('enough'))
    await expect(all).rejects.toThrow('enough')
  })

  it('asks for the next item only when there is a place for it', async () => {
    let asked = 0
    async function* items(): AsyncGenerator<number> {
      for (;;) yield ++asked
    }
    for await (const { item } of prepareAhead(items(), async () => undefined, { ahead: 3, signal: never })) if (item === 5) break
    expect(asked).toBeLessThanOrEqual(9)
  })
})
