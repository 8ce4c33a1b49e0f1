import { setMaxListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../../../src/core/source/hub/net/lanes.ts'

const never = new AbortController().signal
setMaxListeners(0, never)

/** Work that ends when told. */
function job() {
  let end = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => done, end }
}

describe('createLanes()', () => {
  it('runs no more than its number at a time, and the others in the order they came', async () => {
    const lanes = createLanes(2)
    let running = 0
    let most = 0
    const order: number[] = []
    const work = (index: number) => async () => {
      order.push(index)
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running--
    }
    await Promise.all(Array.from({ length: 20 }, (_, index) => lanes.run(never, work(index))))
    expect(most).toBe(2)
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })

  it('gives a lane back when its work fails', async () => {
    const lanes = createLanes(1)
    await expect(lanes.run(never, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await lanes.run(never, async () => 'yes')).toBe('yes')
  })

  it('lets go of who is aborted while waiting, and not of a lane', async () => {
    const lanes = createLanes(1)
    const first = job()
    const running = lanes.run(never, first.work)
    const abort = new AbortController()
    const waiting = lanes.run(abort.signal, async () => 'never')
    const after = lanes.run(never, async () => 'after')
    abort.abort(new Error('stop'))
    await expect(waiting).rejects.toThrow('stop')
    first.end()
    await running
    expect(await after).toBe('after')
    expect(await lanes.run(never, async () => 'free')).toBe('free')
  })

  it('does not begin what is aborted already', async () => {
    await expect(createLanes(1).run(AbortSignal.abort(new Error('stop')), async () => 'never')).rejects.toThrow('stop')
  })
})
