import { describe, expect, it } from 'vitest'
import { createEventHub } from '../../../src/core/workbench/event-hub.ts'
import { createJobs } from '../../../src/core/workbench/jobs.ts'

describe('the event hub', () => {
  it('hands an event to every listener', async () => {
    const hub = createEventHub<number>()
    const [a, b] = [hub.listen(), hub.listen()]
    const first = [a.next(), b.next()]
    hub.publish(7)
    expect((await Promise.all(first)).map(({ value }) => value)).toEqual([7, 7])
  })

  it('ends a stream when its signal aborts', async () => {
    const stop = new AbortController()
    const next = createEventHub<number>().listen(stop.signal).next()
    stop.abort()
    expect((await next).done).toBe(true)
  })

  it('keeps only the newest events for a listener that is slow', async () => {
    const hub = createEventHub<number>()
    const stream = hub.listen()
    const first = stream.next()
    for (let i = 0; i < 1000; i++) hub.publish(i)
    await first
    const second = await stream.next()
    expect(second.value).toBeGreaterThan(700)
  })
})

describe('jobs', () => {
  it('are listed while they run, with a rate once there is one', () => {
    let ms = 0
    const jobs = createJobs(createEventHub(), () => ms)
    const job = jobs.start('adding', 'rows')
    ms = 2000
    job.progress(100, 400)
    expect(jobs.list()).toEqual([{ id: 'job1', label: 'adding', unit: 'rows', done: 100, total: 400, rate: 50 }])
    job.end()
    expect(jobs.list()).toEqual([])
  })

  it('tell the hub at most ten times a second, and always when they end', async () => {
    const hub = createEventHub<{ kind: string }>()
    const stream = hub.listen()
    const first = stream.next()
    const jobs = createJobs(hub as never, () => 0)
    const job = jobs.start('adding', 'rows')
    for (let i = 0; i < 50; i++) job.progress(i, null)
    job.end()
    expect([(await first).value?.kind, (await stream.next()).value?.kind]).toEqual(['job', 'job-ended'])
  })
})
