import { describe, expect, it } from 'vitest'
import { startMeasuring } from '../../../../src/core/workbench/measuring/measure-progress.ts'

function buildProgress(total: number) {
  const clock = { ms: 0 }
  const traffic = { requests: 10, bytes: 5_000 }
  return { clock, traffic, progress: startMeasuring(total, traffic, () => clock.ms) }
}

describe('how far measuring is', () => {
  it('counts what came and what failed, and only the traffic since its start', () => {
    const { progress, traffic } = buildProgress(4)
    Object.assign(traffic, { requests: 13, bytes: 6_000 })
    progress.add({ done: 2, failed: [{ id: 'a', reason: 'gone' }] })
    expect(progress.event()).toMatchObject({ kind: 'progress', done: 3, total: 4, failed: 1, requests: 3, bytesFetched: 1_000 })
  })

  it('says nothing about the end before it can know, then what is left at the speed of the last seconds', () => {
    const { clock, progress } = buildProgress(100)
    clock.ms = 1_000
    progress.add({ done: 10, failed: [] })
    expect(progress.event()).toMatchObject({ secondsLeft: null })
    clock.ms = 4_000
    progress.add({ done: 30, failed: [] })
    expect(progress.event()).toMatchObject({ secondsLeft: 6 })
  })

  it('has no estimate while nothing moves', () => {
    const { clock, progress } = buildProgress(10)
    clock.ms = 60_000
    expect(progress.event()).toMatchObject({ secondsLeft: null })
  })

  it('ends with the first thousand failures and the number of all', () => {
    const { progress } = buildProgress(1_200)
    progress.add({ done: 0, failed: Array.from({ length: 1_200 }, (_, n) => ({ id: `r${n}`, reason: 'gone' })) })
    const end = progress.end()
    expect(end).toMatchObject({ kind: 'done', measured: 0, failedCount: 1_200 })
    expect(end.kind === 'done' && end.failed).toHaveLength(1_000)
  })
})
