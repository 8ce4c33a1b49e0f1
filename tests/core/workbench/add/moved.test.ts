import { describe, expect, it, onTestFinished } from 'vitest'
import { folderCommit } from '../../../support/fake-hub/folder-repo.ts'
import { startFakeHub } from '../../../support/fake-hub/start-fake-hub.ts'
import { everything, RUNS } from '../../../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildFolder } from '../../../support/rows-on-disk.ts'
import { buildShard } from '../../../support/runs-parquet.ts'

const shard = (name: string, count = 3) => buildShard({ name, count, bodySize: 500, rowGroupSize: 2 })
const before = () => ({ 'same.parquet': shard('same'), 'changed.parquet': shard('old'), 'gone.parquet': shard('gone') })
const after = () => ({ 'same.parquet': shard('same'), 'changed.parquet': shard('fresh', 2), 'new.parquet': shard('new') })

/** A workspace with the whole of a dataset at its first commit; the branch has moved on since. */
async function openMoved(input: { indexOnly?: boolean } = {}) {
  const [first, second] = [await folderCommit(buildFolder(before())), await folderCommit(buildFolder(after()))]
  const hub = await startFakeHub({ repos: [{ id: 'owner/runs', commits: [first] }] })
  const bench = await openWorkbench({ hub: { url: hub.url, proxy: null, token: () => null } })
  onTestFinished(async () => {
    await bench.remove()
    await hub.close()
  })
  await lastEvent(await bench.client.source.add({ source: RUNS, ...input }))
  const move = () => hub.put({ id: 'owner/runs', commits: [first, second] })
  const etag = first.files.find(({ path }) => path === 'same.parquet')?.etag ?? 'none'
  return { ...bench, hub, move, first: first.sha, second: second.sha, unchanged: new RegExp(`same.parquet|${etag}`) }
}

type Bench = Awaited<ReturnType<typeof openMoved>>
type Input = Parameters<Bench['client']['source']['add']>[0]

const add = async ({ client }: Bench, input: Partial<Input> = {}) => lastEvent(await client.source.add({ source: RUNS, ...input }))
const idsOf = async ({ client }: Bench) => (await client.example.page(everything)).rows.map(({ id }) => id).sort()

describe('a source whose branch moved', { timeout: 60_000 }, () => {
  it('is a question with what changed, and nothing changes', async () => {
    const bench = await openMoved()
    await bench.client.review.decide({ id: 'gone-1', kind: 'accept' })
    bench.move()
    const [sources, ids] = [await bench.client.source.list(), await idsOf(bench)]
    expect(await add(bench)).toMatchObject({
      kind: 'moved',
      source: RUNS,
      change: {
        from: bench.first,
        to: bench.second,
        added: ['new.parquet'],
        changed: ['changed.parquet'],
        removed: ['gone.parquet'],
        unchanged: 1,
        decided: 1,
      },
    })
    expect([await bench.client.source.list(), await idsOf(bench)]).toEqual([sources, ids])
  })

  it('stays at its commit when told to, by word or by naming it', async () => {
    const bench = await openMoved()
    bench.move()
    const ids = await idsOf(bench)
    const words = [{ onMoved: 'stay' as const }, { onMoved: 'stay' as const, revision: 'main' }, { revision: bench.first.slice(0, 12) }]
    for (const input of words) {
      expect(await add(bench, input)).toMatchObject({ kind: 'done', result: { revision: bench.first, examples: 9 } })
      expect(await idsOf(bench)).toEqual(ids)
    }
  })

  it.each(['move', 'revision'])(
    'takes the new commit when told to (%s): rows of unchanged files stay, undecided ones that are gone go',
    async (by) => {
      const bench = await openMoved()
      await bench.client.review.decide({ id: 'gone-1', kind: 'accept' })
      bench.move()
      bench.hub.forgetRequests()
      const done = await add(bench, by === 'move' ? { onMoved: 'move' } : { revision: bench.second })
      expect(done).toMatchObject({ kind: 'done', result: { revision: bench.second, examples: 9, measured: 9 } })
      expect(bench.hub.requests().filter(({ url }) => bench.unchanged.test(url))).toEqual([])
      const ids = await idsOf(bench)
      expect(ids.filter((id) => /same|new|gone/.test(id))).toEqual(['gone-1', 'new-0', 'new-1', 'new-2', 'same-0', 'same-1', 'same-2'])
      expect(done?.kind === 'done' && done.result.notes).toEqual([
        expect.stringContaining('no longer has were removed'),
        expect.stringContaining('1 decided example'),
      ])
    },
  )

  it('moves an index as well', async () => {
    const bench = await openMoved({ indexOnly: true })
    bench.move()
    expect(await add(bench, { indexOnly: true, onMoved: 'move' })).toMatchObject({ result: { examples: 8, measured: 0 } })
    expect(await idsOf(bench)).not.toContain('gone-0')
  })

  it('keeps rows of the old commit while only a part of the new one was taken', async () => {
    const bench = await openMoved()
    bench.move()
    await add(bench, { onMoved: 'move', take: 1 })
    expect(await idsOf(bench)).toContain('gone-0')
  })
})
