import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkbench } from '#workbench'
import { aQueue } from '../../../support/a-queue.ts'
import { faultOf } from '../../../support/fault-of.ts'
import { hostIn, lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildR1 } from '../../../support/rows.ts'
import { asJsonl } from '../../../support/rows-on-disk.ts'

type Bench = Awaited<ReturnType<typeof openWorkbench>>
type Client = Bench['client']

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']

const rowsOf = (ids: readonly string[], said: Parameters<typeof buildR1>[0] = {}) =>
  asJsonl(ids.map((id) => buildR1({ trajectory_id: id, resolved: id < 'd' ? 1 : 0, ...said })))

/** Ids in the order a reviewer is led to them, each accepted. */
async function judgeAll(client: Client, queue: string, reviewer: string): Promise<string[]> {
  const judged: string[] = []
  for (;;) {
    const { next } = await client.queue.place({ queue, id: null, reviewer })
    if (next === null) return judged
    judged.push(next)
    await client.review.decide({ id: next, kind: 'accept', reviewer })
  }
}

describe('queues', () => {
  let bench: Bench
  let file: string

  beforeAll(async () => {
    bench = await openWorkbench()
    file = join(bench.folder, 'rows.jsonl')
    await writeFile(file, rowsOf(IDS))
    await lastEvent(await bench.client.source.add({ source: file }))
  })
  afterAll(() => bench.remove())

  const add = (source: string) => bench.client.source.add({ source })
  const decide = (id: string, reviewer: string) => bench.client.review.decide({ id, kind: 'accept', reviewer })
  const place = (queue: string, id: string | null, reviewer: string) => bench.client.queue.place({ queue, id, reviewer })
  const make = (given: Parameters<typeof aQueue>[0]) => bench.client.queue.make(aQueue(given))

  it('lead a reviewer from example to example, put-off ones last, and go on where he stopped', async () => {
    const { id: queue, total } = await make({ name: 'All of them' })
    expect(total).toBe(6)
    expect(await place(queue, null, 'ann')).toMatchObject({ next: 'a', nextIds: ['a', 'b', 'c'], left: 6, position: null })
    await bench.client.queue.skip({ queue, id: 'a', reviewer: 'ann' })
    await decide('b', 'ann')
    expect(await place(queue, null, 'ann')).toMatchObject({ next: 'c', left: 5, decided: 1, skipped: 1 })
    expect(await place(queue, 'e', 'ann')).toMatchObject({ position: 4, previous: 'd', nextIds: ['f', 'c', 'd'], left: 4 })
    for (const id of ['c', 'd', 'e', 'f']) await decide(id, 'ann')
    expect(await place(queue, 'f', 'ann')).toMatchObject({ next: 'a', left: 1, skipped: 1, decided: 5 })
    await bench.client.review.undo({ reviewer: 'ann' })
    expect(await place(queue, null, 'ann')).toMatchObject({ nextIds: ['f', 'a'], left: 2 })
    expect(await place(queue, 'nowhere', 'ann')).toMatchObject({ position: null, previous: null, left: 2 })
  })

  it('are shared by reviewers, but for what two must judge, and tell how far everybody is', async () => {
    const { id: queue } = await make({ name: 'Twice', selection: { where: 'decided_by == ""' }, onlyUndecided: true, doubleShare: 1 })
    expect(await judgeAll(bench.client, queue, 'ben')).toEqual(['a', 'f'])
    expect(await judgeAll(bench.client, queue, 'cem')).toEqual(['a', 'f'])
    expect(await judgeAll(bench.client, queue, 'dan')).toEqual([])
    const [newest] = await bench.client.queue.list({ reviewer: 'dan' })
    expect(newest).toMatchObject({ id: queue, total: 2, left: 0, gone: 0, doubled: { total: 2, done: 2 } })
    expect(newest?.reviewers.map(({ reviewer, decided }) => [reviewer, decided])).toEqual([
      ['ben', 2],
      ['cem', 2],
    ])
  })

  it('tell what they would take before they are made, and are renamed and removed', async () => {
    const sizes = await bench.client.queue.preview(aQueue({ size: 4, selection: { where: 'trajectory_id != "a"' } }))
    expect(sizes).toMatchObject({ matching: 5, taken: 4 })
    expect(sizes.groups.map(({ matching }) => matching).reduce((sum, n) => sum + n)).toBe(5)
    const { id: queue } = await make({ order: 'borderline', name: ' Hair ' })
    expect((await bench.client.queue.rename({ queue, name: 'By a hair' })).definition).toMatchObject({
      name: 'By a hair',
      order: 'borderline',
    })
    expect(await bench.client.queue.remove({ queue })).toEqual({ removed: true })
    expect(await bench.client.queue.remove({ queue })).toEqual({ removed: false })
    expect(await faultOf(place(queue, null, 'ann'))).toMatchObject({ kind: 'not-found', culprit: queue })
    expect(await faultOf(make({ selection: { where: 'steps > 9999' } }))).toMatchObject({ kind: 'bad-input' })
    expect(await faultOf(make({ name: ' ' }))).toMatchObject({ kind: 'bad-input', culprit: 'name' })
    expect(await faultOf(make({ order: 'stratified' }))).toMatchObject({ kind: 'bad-input', culprit: 'per' })
  })

  it('ask again about a row that changed, and pass over one that went', async () => {
    const other = join(bench.folder, 'other.jsonl')
    await writeFile(other, rowsOf(['x', 'y', 'z']))
    await lastEvent(await add(other))
    const { id: queue } = await make({ selection: { where: 'trajectory_id in ["x", "y", "z"]' } })
    expect(await judgeAll(bench.client, queue, 'ann')).toEqual(['x', 'y', 'z'])
    await writeFile(other, rowsOf(['x', 'y', 'z'], { repo: 'owner/changed' }))
    await lastEvent(await add(other))
    expect(await place(queue, null, 'ann')).toMatchObject({ nextIds: ['x', 'y', 'z'], left: 3, decided: 0 })
    await decide('x', 'ann')
    const source = (await bench.client.source.list()).find(({ uri }) => uri.endsWith('other.jsonl'))
    await bench.client.source.remove({ id: source?.id ?? '' })
    const told = (await bench.client.queue.list({ reviewer: 'ann' })).find(({ id }) => id === queue)
    expect(told).toMatchObject({ total: 3, gone: 3, left: 0 })
    expect(await place(queue, 'z', 'ann')).toMatchObject({ position: 2, previous: null, next: null, total: 3 })
  })

  it('go on after a kill where they stopped, skips and all', async () => {
    const { id: queue } = await make({ name: 'Kept', doubleShare: 1, isBlind: true })
    await bench.client.queue.skip({ queue, id: 'd', reviewer: 'eve' })
    await bench.client.queue.skip({ queue, id: 'b', reviewer: 'eve' })
    const before = await place(queue, 'c', 'eve')
    expect(before).toMatchObject({ nextIds: ['e', 'd', 'b'], left: 3, skipped: 2, isBlind: true })
    // What lies on the disk while it is open is what a kill leaves.
    const folder = join(bench.folder, 'after')
    await mkdir(join(folder, 'workspace'), { recursive: true })
    for (const name of ['workspace.sqlite', 'workspace.sqlite-wal'])
      await cp(join(bench.folder, 'workspace', name), join(folder, 'workspace', name))
    const again = await createWorkbench(hostIn(folder))
    await again.ready
    const client = createRouterClient(again.router)
    expect(await client.queue.place({ queue, id: 'c', reviewer: 'eve' })).toEqual(before)
    expect(await client.queue.list({ reviewer: 'eve' })).toEqual(await bench.client.queue.list({ reviewer: 'eve' }))
    await again.close()
  })
})
