import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { openWithRuns } from '../../support/open-with-runs.ts'
import { lastEvent } from '../../support/open-workbench.ts'
import { buildR3 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'

/** A queue over everything, in the order it is stored. */
const queue = {
  ...{ name: 'all', order: 'stored' as const, selection: {}, sort: null, onlyUndecided: false, onlyUnlabelled: false },
  ...{ size: 10, seed: 1, per: null, doubleShare: 0, isBlind: false },
}

it('a decision about bytes that changed is shown as stale and asked for again, until the one who gave it decides anew', async () => {
  const { client, file, remove } = await openWithRuns(['same', 'changed'])
  const row = async (id: string) => (await client.example.get({ id })).row
  const stale = async () =>
    (await client.example.page({ offset: 0, limit: 9, sort: null, selection: { facets: { stale: ['stale'] } } })).rows
  for (const id of ['same', 'changed']) await client.review.decide({ id, kind: 'accept', reviewer: 'ana' })
  await client.review.decide({ id: 'changed', kind: 'accept', reviewer: 'ben' })
  const { id: queued } = await client.queue.make(queue)
  expect(await client.queue.place({ queue: queued, id: null, reviewer: 'ana' })).toMatchObject({ left: 0 })
  expect(await stale()).toEqual([])

  const other = [
    { role: 'user', content: 'Another task.' },
    { role: 'assistant', content: 'Done otherwise.' },
  ]
  await writeFile(file, asJsonl([buildR3({ trajectory_id: 'same' }), buildR3({ trajectory_id: 'changed', messages: other })]))
  await lastEvent(await client.source.add({ source: file }))

  expect(await row('same')).toMatchObject({ isStale: false })
  expect(await row('changed')).toMatchObject({ isStale: true, decision: 'accept', decidedBy: ['ana', 'ben'] })
  expect((await stale()).map(({ id }) => id)).toEqual(['changed'])
  expect((await client.export.preview({ target: 'tutorial' })).warnings).toContainEqual(
    expect.stringContaining('rows that have changed since'),
  )
  expect(await client.queue.place({ queue: queued, id: null, reviewer: 'ana' })).toMatchObject({ left: 1, next: 'changed' })

  await client.review.decide({ id: 'changed', kind: 'accept', reviewer: 'ana' })
  expect(await row('changed')).toMatchObject({ isStale: true })
  expect(await client.queue.place({ queue: queued, id: null, reviewer: 'ana' })).toMatchObject({ left: 0 })
  await client.review.decide({ id: 'changed', kind: 'accept', reviewer: 'ben' })
  expect(await row('changed')).toMatchObject({ isStale: false, decidedBy: ['ana', 'ben'] })
  expect(await stale()).toEqual([])
  expect((await client.review.check()).ok).toBe(true)
  await remove()
})
