import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folderRepo } from '../support/fake-hub/folder-repo.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import { openMirror } from '../support/open-mirror.ts'
import { buildFolder } from '../support/rows-on-disk.ts'
import { buildShard } from '../support/runs-parquet.ts'
import { type Ended, startCommand } from '../support/start-command.ts'

const TOKEN = 'hf_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'
const SOURCE = 'hf://datasets/owner/runs'

/** The token as it may have been written: as it is, and in the encodings of headers, cookies and queries. */
const DISGUISES = ['utf8', 'base64', 'base64url', 'hex', 'utf16le'] as const
const forms = DISGUISES.flatMap((encoding) =>
  encoding === 'utf16le' ? [Buffer.from(TOKEN, encoding)] : [Buffer.from(Buffer.from(TOKEN).toString(encoding))],
)

const holdsToken = (bytes: Buffer | string): boolean => forms.some((form) => Buffer.from(bytes).includes(form))

/** Every file below a folder, by its path. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A private dataset of three files: one on a third host, one that nobody can have, and a Hub that is not well. */
async function openPrivateHub() {
  const shards = [0, 1, 2].map((n) => [`train-${n}.parquet`, buildShard({ name: `s${n}`, count: 6, bodySize: 4_000 })])
  const repo = await folderRepo('owner/runs', buildFolder(Object.fromEntries(shards)))
  const hub = await startFakeHub({ repos: [{ ...repo, isPrivate: true }], token: TOKEN })
  const mirror = await openMirror(repo.commits[0]?.files.find(({ path }) => path === 'train-1.parquet'))
  onTestFinished(() => hub.close())
  hub.misbehave(
    { mishap: { kind: 'redirect', to: mirror.url }, match: /resolve.*train-1/ },
    { mishap: { kind: 'missing' }, match: /train-2/ },
    { mishap: { kind: 'status', status: 429, retryAfter: 0 }, match: /api\/datasets/, times: 1 },
    { mishap: { kind: 'status', status: 503 }, match: /resolve.*train-0/, times: 1 },
    { mishap: { kind: 'truncate', after: 500 }, times: 1 },
    { mishap: { kind: 'reset', after: 100 }, times: 1 },
  )
  return { hub, mirror }
}

describe('the token', { timeout: 120_000 }, () => {
  it('is in no output, no file and no request but those to the Hub itself', async () => {
    const { hub, mirror } = await openPrivateHub()
    const folder = await mkdtemp(join(tmpdir(), 'winnow-token-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const said: Ended[] = []
    const winnow = async (args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> => {
      const ended = await startCommand(folder, args, { HF_ENDPOINT: hub.url, HF_TOKEN: TOKEN, DEBUG: '*', ...environment }).ended
      said.push(ended)
      return ended
    }

    expect(await winnow(['add', SOURCE, '--index-only', '--json'])).toMatchObject({ code: 0 })
    expect(await winnow(['measure', '--limit', '8', '--json'])).toMatchObject({ code: 0 })
    expect(await winnow(['export', '--target', 'tutorial', '--out', 'sft', '--json'])).toMatchObject({ code: 0 })
    expect(await winnow(['cache', '--prune', '1GB', '--json'])).toMatchObject({ code: 0 })
    expect((await winnow(['add', 'hf://datasets/owner/nobody'])).code).not.toBe(0)
    expect((await winnow(['add', SOURCE, '--revision', 'no-such-branch'])).code).not.toBe(0)
    const other = await startFakeHub({ repos: [], token: 'hf_another' })
    onTestFinished(() => other.close())
    expect((await winnow(['add', SOURCE, '--json'], { HF_ENDPOINT: other.url })).code).not.toBe(0)

    expect(said[0]?.stdout).toContain('train-2.parquet')
    expect(said.filter(({ stdout, stderr }) => holdsToken(stdout) || holdsToken(stderr))).toEqual([])

    const files = await filesBelow(folder)
    const names = files.map((file) => file.slice(folder.length + 1)).join('\n')
    expect(names).toMatch(/workspace\.sqlite/)
    expect(names).toMatch(/analysis\.duckdb/)
    expect(names).toMatch(/cache\/.*\.bin/)
    expect(names).toMatch(/sft\/.*manifest/)
    const telling: string[] = []
    for (const file of files) if (holdsToken(file) || holdsToken(await readFile(file))) telling.push(file)
    expect(telling).toEqual([])

    const requests = hub.requests()
    expect(requests.filter(({ url }) => holdsToken(url))).toEqual([])
    expect(requests.filter(({ host, hasToken }) => hasToken !== (host === 'hub'))).toEqual([])
    expect(requests.some(({ host }) => host === 'content')).toBe(true)
    expect(mirror.requests.length).toBeGreaterThan(0)
    expect(mirror.requests.filter((request) => 'authorization' in request.headers || holdsToken(JSON.stringify(request)))).toEqual([])
  })
})
