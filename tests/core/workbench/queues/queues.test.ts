import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQueue } from '../../../support/a-queue.ts'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildR1 } from '../../../support/rows.ts'
import { asJsonl } from '../../../support/rows-on-disk.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']

const rowsOf = (ids: readonly string[]) =>
  asJsonl(ids.map((id, n) => buildR1({ trajectory_id: id, instance_id: `owner__repo-${n % 2}`, resolved: n % 2 === 0 ? 1 : 0 })))

describe('queues', () => {
  let bench: Awaited<ReturnType<typeof openWorkbench>>
  let file: string

  beforeAll(async () => {
    bench = await openWorkbench()
    file = join(bench.folder, 'rows.jsonl')
    await writeFile(file, rowsOf(IDS))
    await lastEvent(await bench.client.source.add({ source: file }))
  })
  afterAll(() => bench.remove())

  const decide = (id: string, reviewer: string) => bench.client.review.decide({ id, kind: 'accept', reviewer })
  const place = (queue: string, id: string | null, reviewer: string) => bench.client.queue.place({ queue, id, reviewer })

  it('lead a reviewer from example to example, put-off ones last, and go on where he stopped', async () => {
    const { id: queue, total } = await bench.client.queue.make(aQueue({ name: 'All of them' }))
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
  })
})
