import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../../src/core/workbench/bodies/lanes.ts'

describe('lanes', () => {
  it('let in as many as there are, then one for each that leaves, in order', async () => {
    const lanes = createLanes(2)
    const entered: number[] = []
    const enter = async (n: number) => {
      const leave = await lanes.enter()
      entered.push(n)
      return leave
    }
    const [first, second] = await Promise.all([enter(1), enter(2)])
    const third = enter(3)
    const fourth = enter(4)
    await Promise.resolve()
    expect(entered).toEqual([1, 2])
    first?.()
    await third
    expect(entered).toEqual([1, 2, 3])
    second?.()
    await fourth
    expect(entered).toEqual([1, 2, 3, 4])
  })

  it('give a place back once, however often it is said', async () => {
    const lanes = createLanes(1)
    const leave = await lanes.enter()
    leave()
    leave()
    await lanes.enter()
    const stop = new AbortController()
    const third = lanes.enter(stop.signal)
    stop.abort()
    await expect(third).rejects.toThrow()
  })

  it('let the next one in when the one before it gave up waiting', async () => {
    const lanes = createLanes(1)
    const leave = await lanes.enter()
    const stop = new AbortController()
    const impatient = lanes.enter(stop.signal)
    const patient = lanes.enter()
    stop.abort()
    await expect(impatient).rejects.toThrow()
    leave()
    await expect(patient).resolves.toBeTypeOf('function')
  })
})
