import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CARD, exportFolder } from '../support/export-folder.ts'
import { bytesFile } from '../support/fake-hub/bytes-file.ts'
import { FAKE_TOKEN, startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import type { FakeHub, FakeRepo, Moment } from '../support/fake-hub/types.ts'
import { runWith } from '../support/run-in-process.ts'
import { startCommand } from '../support/start-command.ts'

const REPO = 'curator/run'
const TO = `hf://datasets/${REPO}`
/** Points of the way, evenly spread. */
const POINTS = 20
/** A kill at each of them: `npm run test:kill` does it, and other runs kill at every third. */
const EVERY = process.env.WINNOW_ALL_KILLS === '1' ? 1 : 3

/** Every request and how far it was: what a push can be killed at. */
type Way = { moment: Moment; method: string; path: string }[]

const parent = await mkdtemp(join(tmpdir(), 'winnow-push-kill-'))
const dir = join(parent, 'export')
/** Of an ending that the Hub keeps apart: the first two go in parts. */
const SIZES = { 'train.npy': 400_000, 'validation.npy': 250_000, 'test.npy': 120_000 }
let shas: Record<string, string> = {}
/** Of a push that makes its dataset, and of one over an earlier push. */
let ways: [Way, Way] = [[], []]

/** What an earlier push left: a file that the next one removes, and one of somebody else's. */
function before(): FakeRepo {
  const manifest = JSON.stringify({
    format: 'winnow-export',
    target: 'trl',
    files: [{ path: 'old.jsonl', sha256: 'a'.repeat(64), bytes: 2 }],
  })
  const files = [bytesFile('manifest.json', manifest), bytesFile('old.jsonl', '{}'), bytesFile('theirs.txt', 'x')]
  return { id: REPO, isPrivate: true, commits: [{ sha: 'c'.repeat(40), files }] }
}

/** Half of the pushes make their dataset, half write over an earlier push. */
const startHub = (isNew: boolean): Promise<FakeHub> => startFakeHub({ repos: isNew ? [] : [before()], partBytes: 200_000 })

const surroundings = (hub: FakeHub) => ({ HF_ENDPOINT: hub.url, HF_TOKEN: FAKE_TOKEN })

/** A push that is left alone, in this process. */
const push = (hub: FakeHub) => runWith(surroundings(hub), parent, 'push', dir, TO, '--json')

/** Pushes until the `n`th moment, and kills it there with nothing to say goodbye. True when it was at work. */
async function killAt(hub: FakeHub, n: number): Promise<boolean> {
  let seen = 0
  const { child, ended } = startCommand(parent, ['push', dir, TO, '--json'], surroundings(hub))
  hub.watch(async () => {
    seen += 1
    if (seen !== n) return
    child.kill('SIGKILL')
    await ended
  })
  const { signal } = await ended
  hub.watch(null)
  return signal === 'SIGKILL'
}

/** Where a push that goes through comes by. */
async function wayOf(isNew: boolean): Promise<Way> {
  const hub = await startHub(isNew)
  const way: Way = []
  hub.watch((moment, { method, url }) => way.push({ moment, method, path: url.split('?')[0] ?? '' }))
  expect(await push(hub)).toMatchObject({ code: 0 })
  await hub.close()
  return way
}

const paths = (hub: FakeHub): string[] => (hub.repo(REPO)?.commits.at(-1)?.files ?? []).map(({ path }) => path).sort()

beforeAll(async () => {
  const apart = Object.fromEntries(Object.entries(SIZES).map(([path, bytes], index) => [path, Buffer.alloc(bytes, index + 1)]))
  await exportFolder(dir, { ...apart, 'train.jsonl': '{"messages":[]}\n'.repeat(500), 'README.md': CARD })
  shas = Object.fromEntries(Object.entries(apart).map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]))
  ways = [await wayOf(true), await wayOf(false)]
}, 60_000)

afterAll(() => rm(parent, { recursive: true, force: true }))

describe('a push that is killed', { timeout: 120_000 }, () => {
  it('has places enough to be killed at', () => {
    for (const way of ways) expect(way.length).toBeGreaterThanOrEqual(POINTS)
    expect(ways[0].some(({ moment, path }) => moment === 'half' && path.endsWith('/commit/main'))).toBe(true)
  })

  const points = Array.from({ length: POINTS }, (_, index) => index).filter((index) => index % EVERY === 0)
  it.each(points)('at point %i of twenty shows no half commit, and the next one sends only what is missing', async (point) => {
    const isNew = point % 2 === 0
    const way = isNew ? ways[0] : ways[1]
    const hub = await startHub(isNew)
    try {
      expect(await killAt(hub, 1 + Math.floor((point * way.length) / POINTS))).toBe(true)
      const between = paths(hub)
      const whole = ['README.md', 'manifest.json', ...Object.keys(shas), 'train.jsonl']
      const final = [...whole, ...(isNew ? ['.gitattributes'] : ['theirs.txt'])].sort()
      const untouched = isNew ? [[], ['.gitattributes']] : [['manifest.json', 'old.jsonl', 'theirs.txt']]
      expect([...untouched, final]).toContainEqual(between)

      expect(await push(hub)).toMatchObject({ code: 0 })
      expect(paths(hub)).toEqual(final)
      expect(hub.repo(REPO)?.commits).toHaveLength(2)
      expect(hub.repo(REPO)?.isPrivate).toBe(true)
      expect(Object.fromEntries(hub.arrivals())).toEqual(Object.fromEntries(Object.values(shas).map((sha) => [sha, 1])))
    } finally {
      await hub.close()
    }
  })
})
