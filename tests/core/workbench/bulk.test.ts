import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../support/fault-of.ts'
import { openWithRuns } from '../../support/open-with-runs.ts'

const NAMES = Array.from({ length: 150 }, (_, n) => `r${String(n).padStart(3, '0')}`)

/** Everything, and so many of it: more than are looked up one by one. */
const ALL = { selection: {}, expected: NAMES.length }

describe('a bulk decision', () => {
  let bench: Awaited<ReturnType<typeof openWithRuns>>
  const review = () => bench.client.review
  const standing = async (id: string) => (await bench.client.example.get({ id })).row

  beforeAll(async () => {
    bench = await openWithRuns(NAMES)
  })

  afterAll(() => bench.remove())

  it('is previewed, made in one batch, taken back by one undo and given again by one redo', async () => {
    await review().decide({ id: 'r000', kind: 'reject', reviewer: 'ben' })
    await review().decide({ id: 'r001', kind: 'accept', reviewer: 'ana' })
    const asked = { selection: {}, kind: 'accept' as const, reviewer: 'ana' }
    expect(await review().bulkPreview(asked)).toMatchObject({ total: 150, changing: 149, overruling: 1, notHere: 0, isTooMany: false })
    const made = await review().bulk({ ...asked, ...ALL })
    expect(made).toEqual({ batch: expect.any(String), entries: 149, leftOut: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const entries = (await review().ledger({ afterSeq: 2, limit: 1_000 })).filter(({ batch }) => batch === made.batch)
    expect(entries).toHaveLength(149)
    expect(entries.filter(({ settles }) => settles).map(({ exampleId }) => exampleId)).toEqual(['r000'])
    expect(await standing('r000')).toMatchObject({ decision: 'accept', decidedBy: ['ana'] })
    expect((await bench.client.workspace.info()).counts.decided).toBe(150)
    expect(await review().undo({ reviewer: 'ana' })).toMatchObject({ count: 149, undone: { kind: 'accept' } })
    expect(await standing('r000')).toMatchObject({ decision: 'reject', decidedBy: ['ben'] })
    expect(await standing('r149')).toMatchObject({ decision: null })
    expect(await review().redo({ reviewer: 'ana' })).toMatchObject({ count: 149 })
    expect(await standing('r149')).toMatchObject({ decision: 'accept' })
    expect((await review().check()).ok).toBe(true)
  })

  it('says nothing again that is so already, and blind it makes disputes instead of settling', async () => {
    const again = await review().bulk({ ...ALL, kind: 'accept', reviewer: 'ana' })
    expect(again).toEqual({ batch: null, entries: 0, leftOut: 150, head: null })
    const selection = { facets: { reviewer: ['ana'] }, where: 'id == "r003" or id == "r004"' }
    expect(await review().bulk({ selection, expected: 2, kind: 'reject', reviewer: 'cyd', isBlind: true })).toMatchObject({ entries: 2 })
    expect(await standing('r003')).toMatchObject({ isDisputed: true, decision: null, outcome: 'keep', decidedBy: ['ana', 'cyd'] })
    expect(await review().bulkPreview({ selection, kind: 'clear', reviewer: 'cyd' })).toMatchObject({ changing: 0, overruling: 2 })
    expect(await review().bulkPreview({ selection, kind: 'clear', reviewer: 'cyd', isBlind: true })).toMatchObject({ overruling: 0 })
  })

  it('is refused when other examples are selected by now', async () => {
    const asked = review().bulk({ selection: { facets: { reviewer: ['ana'] } }, expected: 7, kind: 'clear' })
    expect(await faultOf(asked)).toMatchObject({ kind: 'conflict', culprit: 'selection' })
  })
})
