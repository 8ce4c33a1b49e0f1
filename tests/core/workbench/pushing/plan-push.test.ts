import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { CARD, exportFolder } from '../../../support/export-folder.ts'
import { bytesFile } from '../../../support/fake-hub/bytes-file.ts'
import { FAKE_TOKEN, startFakeHub } from '../../../support/fake-hub/start-fake-hub.ts'
import type { FakeHub, FakeRepo } from '../../../support/fake-hub/types.ts'
import { faultOf } from '../../../support/fault-of.ts'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'

const SECRET = `ghp_${'aZ3kQ9xW2mB7vN5cR8tY1uI4oP6sD0fG7hJ'.padEnd(36, 'q')}`
const TO = 'hf://datasets/curator/run'

let hub: FakeHub
let open: Awaited<ReturnType<typeof openWorkbench>>
let base = ''
let count = 0

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'winnow-push-'))
  hub = await startFakeHub({ repos: [] })
  open = await openWorkbench({
    hub: {
      url: hub.url,
      proxy: null,
      token: () => ({ value: FAKE_TOKEN, from: 'environment' }),
      tuning: { sleep: async () => undefined, stall: 2000 },
    },
  })
})
afterAll(async () => {
  await open.remove()
  await hub.close()
  await rm(base, { recursive: true })
})

const folderOf = (texts: Record<string, string | Uint8Array>) => exportFolder(join(base, `export-${++count}`), texts)

/** A repository of its own for a test. */
function repo(more: Partial<FakeRepo> & { id?: string } = {}): FakeRepo {
  const made = { id: `curator/run-${++count}`, commits: [{ sha: String(count).padStart(40, 'c'), files: [] }], ...more }
  hub.put(made)
  return made
}

async function planOf(dir: string, to = TO) {
  const last = await lastEvent(await open.client.push.plan({ dir, to }))
  if (last?.kind !== 'done') throw new Error('no plan')
  return last.result
}

async function push(dir: string, to = TO, more: { isPrivate?: boolean; allowSecrets?: boolean } = {}) {
  const last = await lastEvent(await open.client.push.run({ dir, to, ...more }))
  if (last?.kind !== 'done') throw new Error('not pushed')
  return last.result
}

const ROWS = { 'README.md': CARD, 'train.jsonl': '{"messages":[]}\n' }

describe('a plan of a push', () => {
  it('lists what would leave, as whom, with what licence, and sends nothing', async () => {
    hub.forgetRequests()
    const plan = await planOf(await folderOf(ROWS))
    expect(plan).toMatchObject({
      ...{ repo: 'curator/run', branch: 'main', user: 'curator', exists: false, isPrivate: null, licence: 'cc-by-4.0' },
      ...{ sources: ['hf://datasets/lab/traces'], secrets: [], moreSecrets: 0, refusals: [], removed: [] },
    })
    expect(plan.files.map(({ path, how }) => `${path} ${how}`)).toEqual(['README.md inline', 'train.jsonl inline', 'manifest.json inline'])
    expect(plan.warnings).toEqual([])
    expect(hub.requests().every(({ method }) => method === 'GET')).toBe(true)
  })

  it('names what the manifest does not list, which stays', async () => {
    const dir = await folderOf(ROWS)
    await writeFile(join(dir, 'private-notes.txt'), 'mine')
    const plan = await planOf(dir)
    expect(plan.warnings.join()).toContain('private-notes.txt')
    await push(dir, `hf://datasets/${repo({ isPrivate: true }).id}`)
    expect(
      hub
        .repo(`curator/run-${count}`)
        ?.commits.at(-1)
        ?.files.map(({ path }) => path),
    ).not.toContain('private-notes.txt')
  })

  it('says where secrets are and whose example it is, and never what they are', async () => {
    const index = `${JSON.stringify({ ids: ['run-7'], file: 'train.jsonl', line: 2 })}\n`
    const row = JSON.stringify({ calls: [{ arguments: JSON.stringify({ cmd: `login\n${SECRET}` }) }] })
    const dir = await folderOf({ ...ROWS, 'train.jsonl': `{}\n${row}\n`, 'rows.jsonl': index })
    const plan = await planOf(dir)
    expect(plan.secrets).toEqual([{ file: 'train.jsonl', line: 2, exampleId: 'run-7', what: 'A token of GitHub.', certainty: 'certain' }])
    const fault = await faultOf(push(dir))
    expect(fault).toMatchObject({ kind: 'forbidden', culprit: 'train.jsonl', message: expect.stringContaining('line 2 (example run-7)') })
    expect(JSON.stringify([plan, fault])).not.toContain(SECRET.slice(4))
    expect(await push(dir, `hf://datasets/${repo({ isPrivate: true }).id}`, { allowSecrets: true })).toMatchObject({ files: 4 })
  })

  it('never lets the token of this machine through', async () => {
    const dir = await folderOf({ ...ROWS, 'train.jsonl': `${JSON.stringify({ a: JSON.stringify(`x\n${FAKE_TOKEN}`) })}\n` })
    const plan = await planOf(dir)
    expect(plan.refusals).toEqual([expect.stringMatching(/^Line 1 of train\.jsonl holds the token .* Revoke/)])
    expect(await faultOf(push(dir, TO, { allowSecrets: true }))).toMatchObject({ kind: 'forbidden' })
    expect(JSON.stringify(plan)).not.toContain(FAKE_TOKEN)
  })

  it('warns of a public dataset, and does not push to one unless told', async () => {
    const { id } = repo()
    const dir = await folderOf(ROWS)
    expect((await planOf(dir, `hf://datasets/${id}`)).warnings.join()).toContain('is public: everyone can read')
    expect(await faultOf(push(dir, `hf://datasets/${id}`))).toMatchObject({
      kind: 'forbidden',
      remedy: expect.stringContaining('--public'),
    })
    expect(await push(dir, `hf://datasets/${id}`, { isPrivate: false })).toMatchObject({ isPrivate: false, files: 3 })
  })

  it('never makes a private dataset public', async () => {
    const { id } = repo({ isPrivate: true })
    expect(await push(await folderOf(ROWS), `hf://datasets/${id}`, { isPrivate: false })).toMatchObject({ isPrivate: true })
    expect(hub.repo(id)?.isPrivate).toBe(true)
  })
})

describe('what an earlier export put there', () => {
  it('goes when this one has it not; what others put there stays, and what is replaced of theirs is named', async () => {
    const { id } = repo({ isPrivate: true })
    const to = `hf://datasets/${id}`
    await push(await folderOf({ ...ROWS, 'old.jsonl': '{}\n' }), to)
    const theirs = [bytesFile('theirs.txt', 'x'), bytesFile('new.jsonl', 'theirs')]
    const commits = hub.repo(id)?.commits ?? []
    hub.put({ id, isPrivate: true, commits: [...commits, { sha: 'e'.repeat(40), files: [...(commits.at(-1)?.files ?? []), ...theirs] }] })
    const next = await folderOf({ ...ROWS, 'new.jsonl': '{}\n' })
    const plan = await planOf(next, to)
    expect(plan.removed).toEqual(['old.jsonl'])
    expect(plan.files.find(({ path }) => path === 'train.jsonl')?.how).toBe('same')
    expect(plan.warnings.join()).toContain('these are replaced: new.jsonl')
    expect(await push(next, to)).toMatchObject({ files: 2, removed: 1 })
    const now = hub
      .repo(id)
      ?.commits.at(-1)
      ?.files.map(({ path }) => path)
    expect(now?.sort()).toEqual(['README.md', 'manifest.json', 'new.jsonl', 'theirs.txt', 'train.jsonl'])
  })

  it('is not removed in the name of a manifest that points elsewhere', async () => {
    const hostile = JSON.stringify({ format: 'winnow-export', target: 'trl', files: [{ path: '../x', sha256: 'a'.repeat(64), bytes: 1 }] })
    const { id } = repo({
      isPrivate: true,
      commits: [{ sha: 'f'.repeat(40), files: [bytesFile('manifest.json', hostile), bytesFile('data.txt', 'x')] }],
    })
    expect((await planOf(await folderOf(ROWS), `hf://datasets/${id}`)).removed).toEqual([])
  })
})

describe('a folder that is not what was exported', () => {
  it.each([
    ['a changed byte', async (dir: string) => writeFile(join(dir, 'train.jsonl'), '{"messages":{}}\n'), /train\.jsonl has other bytes/],
    ['another length', async (dir: string) => writeFile(join(dir, 'train.jsonl'), 'x'), /train\.jsonl has 1 bytes/],
    ['a file that is gone', async (dir: string) => rm(join(dir, 'train.jsonl')), /train\.jsonl is missing/],
    [
      'a link',
      async (dir: string) => rm(join(dir, 'train.jsonl')).then(() => symlink(join(dir, 'README.md'), join(dir, 'train.jsonl'))),
      /train\.jsonl is not a plain file/,
    ],
  ])('%s is refused, and verify is named', async (_name, spoil, message) => {
    const dir = await folderOf(ROWS)
    await spoil(dir)
    const { refusals } = await planOf(dir)
    expect(refusals).toEqual([expect.stringMatching(message)])
    expect(refusals.join()).toContain('winnow verify')
    expect(await faultOf(push(dir))).toMatchObject({ kind: 'conflict' })
  })

  it.each([
    ['without a manifest', ''],
    ['with a manifest of something else', '{"format":"other","files":[]}'],
    [
      'with a manifest that names a file elsewhere',
      JSON.stringify({ format: 'winnow-export', target: 'trl', files: [{ path: '../../etc/passwd', sha256: 'a'.repeat(64), bytes: 1 }] }),
    ],
  ])('one %s is no export', async (_name, manifest) => {
    const dir = await folderOf(ROWS)
    await writeFile(join(dir, 'manifest.json'), manifest)
    expect(await faultOf(planOf(dir))).toMatchObject({ kind: 'bad-input', culprit: dir })
  })

  it('a folder that is not there is named', async () => {
    expect(await faultOf(planOf(join(base, 'nowhere')))).toMatchObject({ kind: 'not-found' })
    expect(await faultOf(planOf('relative'))).toMatchObject({ kind: 'bad-input' })
    expect(await faultOf(planOf(await folderOf(ROWS), 'hf://models/me/x'))).toMatchObject({ kind: 'bad-input' })
  })
})

it('rows in Parquet are looked through, too', async () => {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const body = JSON.stringify({ cmd: `login\n${SECRET}` })
  const parquet = new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'messages', data: ['nothing', body], type: 'STRING' }] }))
  const plan = await planOf(await folderOf({ ...ROWS, 'train.parquet': parquet }))
  expect(plan.secrets).toMatchObject([{ file: 'train.parquet', line: 2, what: 'A token of GitHub.' }])
  expect(plan.files.find(({ path }) => path === 'train.parquet')?.how).toBe('lfs')
})

it('a push tells how far it is, by phases, and can be stopped', async () => {
  const { id } = repo({ isPrivate: true })
  const dir = await folderOf({ ...ROWS, 'train.npy': new Uint8Array(3_000_000).fill(7) })
  const stop = new AbortController()
  onTestFinished(() => hub.watch(null))
  hub.watch((moment, { method }) => moment === 'half' && method === 'PUT' && stop.abort())
  const phases = new Set<string>()
  const act = async () => {
    for await (const event of await open.client.push.run({ dir, to: `hf://datasets/${id}` }, { signal: stop.signal })) {
      if (event.kind === 'progress') phases.add(event.phase)
    }
  }
  await act().catch(() => undefined)
  expect([...phases]).toEqual(['scanning', 'sending'])
  expect(hub.repo(id)?.commits).toHaveLength(1)
})

it('an address is suggested by whose token it is and what the folder is called', async () => {
  expect(await open.client.push.suggest({ dir: '/x/exports/trl 4,000 rows' })).toEqual({ to: 'hf://datasets/curator/trl-4-000-rows' })
})
