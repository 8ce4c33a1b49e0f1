import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REASONS } from '#review'
import { faultOf } from '../../support/fault-of.ts'
import { openWithRuns } from '../../support/open-with-runs.ts'

describe('tags, flags and reasons', () => {
  let bench: Awaited<ReturnType<typeof openWithRuns>>
  const review = () => bench.client.review
  const entries = async () => (await review().ledger({ afterSeq: 0, limit: 1_000 })).map(({ kind, value }) => [kind, value])

  beforeAll(async () => {
    bench = await openWithRuns(['a', 'b', 'c'])
  })

  afterAll(() => bench.remove())

  it('a tag is said once, trimmed, of all in one go, and one undo takes it off all of them', async () => {
    const rows = await review().tag({ ids: ['b', 'a', 'b'], add: [' rare  case ', 'good'], remove: ['nobody has it'] })
    expect(rows.map(({ id, tags }) => [id, tags])).toEqual([
      ['b', ['good', 'rare  case']],
      ['a', ['good', 'rare  case']],
    ])
    await review().tag({ ids: ['a', 'c'], add: ['good'], remove: ['rare  case'] })
    expect(await review().tags()).toEqual([
      { tag: 'good', count: 3 },
      { tag: 'rare  case', count: 1 },
    ])
    expect((await entries()).slice(4)).toEqual([
      ['untag', 'rare  case'],
      ['tag', 'good'],
    ])
    expect((await bench.client.example.page({ offset: 0, limit: 9, sort: null, selection: { where: 'tags contains "RARE"' } })).total).toBe(
      1,
    )
    expect(await review().undo({})).toMatchObject({ count: 2 })
    expect(await review().undo({})).toMatchObject({ count: 4 })
    expect(await review().tags()).toEqual([])
  })

  it.each(['', ' \t ', 'one, two', 'line\nbreak', 'bell\u0007', 'half \ud800'])('refuses the tag %j and says nothing', async (text) => {
    const before = await entries()
    const fault = await faultOf(review().tag({ ids: ['a'], add: ['fine', text], remove: [] }))
    expect(fault).toMatchObject({ kind: 'bad-input' })
    expect(await entries()).toEqual(before)
  })

  it('refuses a tag that is to come and to go, and an example there is not', async () => {
    expect(await faultOf(review().tag({ ids: ['a'], add: ['x'], remove: ['x '] }))).toMatchObject({ kind: 'bad-input', culprit: 'tag' })
    expect(await faultOf(review().tag({ ids: ['a', 'nobody'], add: ['x'], remove: [] }))).toMatchObject({
      kind: 'not-found',
      culprit: 'nobody',
    })
    expect(await review().tags()).toEqual([])
  })

  it('a flag is said once, and taken away', async () => {
    const before = (await entries()).length
    expect(await review().flag({ id: 'a', isFlagged: true })).toMatchObject({ isFlagged: true })
    await review().flag({ id: 'a', isFlagged: true })
    expect(await review().flag({ id: 'a', isFlagged: false })).toMatchObject({ isFlagged: false })
    expect((await entries()).slice(before).map(([kind]) => kind)).toEqual(['flag', 'unflag'])
  })

  it('a team has reasons of its own, and gets the usual ones back', async () => {
    const own = [{ code: 'team-1', label: ' Ours ', key: '3', decision: 'reject' as const }]
    expect(await review().setReasons({ reasons: own })).toEqual([{ ...own[0], label: 'Ours' }])
    expect(await review().reasons()).toHaveLength(1)
    await review().decide({ id: 'a', kind: 'reject', reason: 'team-1' })
    expect(await review().setReasons({ reasons: null })).toEqual(REASONS)
    expect((await bench.client.example.get({ id: 'a' })).row.decisionReason).toBe('team-1')
  })

  it.each([
    ['a code of other letters', [{ code: 'Bad Code' }]],
    [
      'a code that is there twice',
      [
        { code: 'a', key: '1' },
        { code: 'a', key: '2' },
      ],
    ],
    ['a key that is there twice', [{ code: 'a' }, { code: 'b' }]],
    ['a key that is no digit', [{ key: '0' }]],
    ['an empty label', [{ label: ' ' }]],
    ['ten of one decision', Array.from({ length: 10 }, (_, n) => ({ code: `c${n}`, key: String(n) }))],
  ])('refuses reasons with %s', async (_, reasons) => {
    const whole = reasons.map((reason) => ({ code: 'a', label: 'A', key: '1', decision: 'accept' as const, ...reason }))
    expect(await faultOf(review().setReasons({ reasons: whole }))).toMatchObject({ kind: 'bad-input' })
    expect(await review().reasons()).toEqual(REASONS)
  })
})
