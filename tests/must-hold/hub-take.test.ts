import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildCorpus } from '../bench/corpus/build-corpus.ts'
import { FAKE_TOKEN, startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import type { FakeHub, Mishap, Rule } from '../support/fake-hub/types.ts'
import { everything } from '../support/hub-bench.ts'
import { openMirror } from '../support/open-mirror.ts'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'

const TAKE = 40
const COMBINATIONS = 4
const SOURCE = 'hf://datasets/owner/corpus'

/** Four combinations of two shards, three row groups of twenty rows in each; a row is about 12 kB. */
const corpus = () => buildCorpus({ id: 'owner/corpus', shards: 8, rowsPerShard: 60, rowsPerGroup: 20, bodyBytes: 12_000 })

/** Patience for tests: as many tries as a person has, without their waits. */
const tuning = { stall: 300, sleep: async () => undefined, random: () => 0.5 }

/** A fake Hub with the corpus, gone after the test. */
async function openHub(): Promise<FakeHub> {
  const hub = await startFakeHub({ repos: [corpus()] })
  onTestFinished(() => hub.close())
  return hub
}

/** Takes on a fresh workspace; tells what came. */
async function take(hub: FakeHub, token: string | null = null) {
  const said = token === null ? null : { value: token, from: 'environment' as const }
  const bench = await openWorkbench({ hub: { url: hub.url, proxy: null, token: () => said, tuning } })
  onTestFinished(() => bench.remove())
  const done = await lastEvent(await bench.client.source.add({ source: SOURCE, take: TAKE }))
  if (done?.kind !== 'done') throw new Error('the take did not end')
  const { rows } = await bench.client.example.page(everything)
  return { bench, result: done.result, ids: rows.map(({ id }) => id).sort(), files: rows.map(({ file }) => file) }
}

/** What an undisturbed take ends with. */
let quietIds: string[] = []

describe('a take of forty rows of each of four combinations', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const quiet = await startFakeHub({ repos: [corpus()] })
    const bench = await openWorkbench({ hub: { url: quiet.url, proxy: null, token: () => null } })
    await lastEvent(await bench.client.source.add({ source: SOURCE, take: TAKE }))
    quietIds = (await bench.client.example.page(everything)).rows.map(({ id }) => id).sort()
    await bench.remove()
    await quiet.close()
  }, 120_000)

  it('stores exactly 160 examples when nothing goes wrong', () => {
    expect(quietIds).toHaveLength(TAKE * COMBINATIONS)
  })

  const every = (mishap: Mishap, often: number, more: Partial<Rule> = {}): Rule => ({ mishap, every: often, ...more })

  it.each<[string, Rule[]]>([
    ['the connection is cut at every tenth request', [every({ kind: 'reset', after: 10_000 }, 10)]],
    ['every third request is one too many', [every({ kind: 'status', status: 429, retryAfter: 0 }, 3)]],
    ['every third request meets a server that is down', [every({ kind: 'status', status: 503 }, 3)]],
    ['a body stalls', [every({ kind: 'stall', after: 5_000 }, 7)]],
    ['a body is cut short', [every({ kind: 'truncate', after: 5_000 }, 4)]],
    ['a body is shorter than was asked for', [every({ kind: 'wrong-length', by: -10 }, 4)]],
    ['a body is longer than was asked for', [every({ kind: 'wrong-length', by: 10 }, 4)]],
    ['a range is ignored', [every({ kind: 'ignore-range' }, 6)]],
    [
      'all of it happens',
      [
        every({ kind: 'reset', after: 10_000 }, 10),
        every({ kind: 'status', status: 429, retryAfter: 0 }, 9),
        every({ kind: 'status', status: 503 }, 8),
        every({ kind: 'truncate', after: 5_000 }, 7),
        every({ kind: 'stall', after: 1_000 }, 11),
      ],
    ],
  ])('stores the same 160 when %s', async (_, rules) => {
    const fake = await openHub()
    fake.misbehave(...rules)
    const { ids, result } = await take(fake)
    expect(ids).toEqual(quietIds)
    expect(result).toMatchObject({ examples: 160, measured: 160, rejected: [] })
  })

  it('stores the same 160 when a file is on a third host, and shows that one no token', async () => {
    const fake = await openHub()
    const file = corpus().commits[0]?.files.find(({ path }) => path.includes('openhands/minimax_m25/swe/train-00000'))
    const mirror = await openMirror(file)
    fake.misbehave({ mishap: { kind: 'redirect', to: mirror.url }, match: /openhands\/minimax_m25\/swe\/train-00000/ })
    const { ids } = await take(fake, FAKE_TOKEN)
    expect(ids).toEqual(quietIds)
    expect(mirror.requests.length).toBeGreaterThan(0)
    expect(mirror.requests.filter(({ headers }) => 'authorization' in headers)).toEqual([])
    expect(fake.requests().some(({ host, hasToken }) => host === 'content' && hasToken)).toBe(false)
  })

  it('fills up from the other shards of a combination when one is missing, and says which', async () => {
    const fake = await openHub()
    fake.misbehave({ mishap: { kind: 'missing' }, match: /openhands\/minimax_m25\/swe\/train-00000/ })
    const { files, result } = await take(fake)
    expect(result).toMatchObject({ examples: 160, measured: 160, rejectedCount: 1 })
    expect(result.rejected[0]?.where).toBe('data/openhands/minimax_m25/swe/train-00000-of-00002.parquet')
    const perFolder = new Map<string, number>()
    for (const file of files) perFolder.set(file.split('/train')[0] ?? '', (perFolder.get(file.split('/train')[0] ?? '') ?? 0) + 1)
    expect([...perFolder.values()]).toEqual([TAKE, TAKE, TAKE, TAKE])
    expect(files.filter((file) => file.includes('openhands/minimax_m25')).every((file) => file.includes('train-00001'))).toBe(true)
  })

  it('goes on with the other combinations when one of them has no file left, and says so', async () => {
    const fake = await openHub()
    fake.misbehave({ mishap: { kind: 'missing' }, match: /sweagent\/qwen35_122b/ })
    const { result } = await take(fake)
    expect(result).toMatchObject({ examples: 120, rejectedCount: 2 })
    expect(result.notes.join()).toContain('sweagent / qwen35_122b has 0 rows')
  })
})
