import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { withTicks } from '../../../../src/core/workbench/add/with-ticks.ts'

it('ticks while a step takes long, and passes on every item in its order', async () => {
  async function* slow(): AsyncGenerator<number> {
    yield 1
    await pause(60)
    yield 2
  }
  const all: (number | null)[] = []
  for await (const one of withTicks(slow(), 10)) all.push(one)
  expect(all.filter((one) => one !== null)).toEqual([1, 2])
  expect(all.at(1)).toBeNull()
  expect(all.at(-1)).toBe(2)
})

it('passes on what the stream throws', async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1
    throw new Error('no more')
  }
  const run = async (): Promise<void> => {
    for await (const _ of withTicks(broken(), 1_000));
  }
  await expect(run()).rejects.toThrow('no more')
})

it('lets the stream tidy up when it is left', async () => {
  let isTidy = false
  async function* endless(): AsyncGenerator<number> {
    try {
      for (;;) yield 1
    } finally {
      isTidy = true
    }
  }
  for await (const _ of withTicks(endless(), 1_000)) break
  expect(isTidy).toBe(true)
})
