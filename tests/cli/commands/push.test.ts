import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { CARD, exportFolder } from '../../support/export-folder.ts'
import { FAKE_TOKEN, startFakeHub } from '../../support/fake-hub/start-fake-hub.ts'
import type { FakeHub } from '../../support/fake-hub/types.ts'
import { runWith } from '../../support/run-in-process.ts'

const SECRET = `ghp_${'aZ3kQ9xW2mB7vN5cR8tY1uI4oP6sD0fG7hJ'.padEnd(36, 'q')}`

let hub: FakeHub
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-push-cli-'))
  hub = await startFakeHub({ repos: [{ id: 'curator/open', commits: [{ sha: 'c'.repeat(40), files: [] }] }] })
  await exportFolder(join(folder, 'good'), { 'README.md': CARD, 'train.jsonl': '{"messages":[]}\n' })
  await exportFolder(join(folder, 'leaky'), { 'README.md': CARD, 'train.jsonl': `{"key":"${SECRET}"}\n` })
})
afterAll(async () => {
  await hub.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(() => hub.forgetRequests())

const winnow = (...args: string[]) => runWith({ HF_ENDPOINT: hub.url, HF_TOKEN: FAKE_TOKEN }, folder, 'push', ...args)

it('lists what would leave and sends nothing', async () => {
  const { code, stdout, stderr } = await winnow('good', 'hf://datasets/curator/run', '--dry-run')
  expect(code).toBe(0)
  expect(stdout).toContain(`${hub.url}/datasets/curator/run (to be made, private unless --public), branch main, as curator`)
  expect(stdout).toContain('licence: cc-by-4.0; rows from: hf://datasets/lab/traces')
  expect(stdout).toMatch(/train\.jsonl\s+16 B\s+sent with the commit\s+[0-9a-f]{64}/)
  expect(stderr).not.toContain('warning')
  expect(hub.requests().every(({ method }) => method === 'GET')).toBe(true)
})

it('pushes, private, and says so; again there is nothing to push', async () => {
  const first = await winnow('good', 'hf://datasets/curator/run', '--message', 'Rows of today')
  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/curator\/run \(private\): 3 files pushed, \d+ B sent; commit [0-9a-f]{12}/),
  })
  expect(hub.repo('curator/run')?.isPrivate).toBe(true)
  const { code, stdout } = await winnow('good', 'hf://datasets/curator/run', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ files: 0, removed: 0, bytesSent: 0, isPrivate: true })
})

it('makes a dataset public, or pushes to one that is, only when told so', async () => {
  const refused = await winnow('good', 'hf://datasets/curator/open')
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('curator/open is public') })
  expect(refused.stderr).toContain('--public')
  expect(await winnow('good', 'hf://datasets/curator/open', '--private')).toMatchObject({ code: 1 })
  expect(await winnow('good', 'hf://datasets/curator/open', '--public')).toMatchObject({ code: 0 })
  expect(await winnow('good', 'hf://datasets/curator/new', '--public')).toMatchObject({ code: 0 })
  expect(hub.repo('curator/new')?.isPrivate).toBe(false)
  expect(await winnow('good', 'hf://datasets/curator/new', '--public', '--private')).toMatchObject({ code: 2 })
})

it('refuses secrets, with their places and not themselves, unless told that they are none', async () => {
  const dry = await winnow('leaky', 'hf://datasets/curator/leaky', '--dry-run')
  expect(dry).toMatchObject({ code: 1, stdout: expect.stringContaining('secret (certain): train.jsonl, line 1: A token of GitHub.') })
  const refused = await winnow('leaky', 'hf://datasets/curator/leaky')
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('--allow-secrets') })
  expect(JSON.stringify([dry, refused])).not.toContain(SECRET.slice(4))
  expect(hub.repo('curator/leaky')).toBeUndefined()
  expect(await winnow('leaky', 'hf://datasets/curator/leaky', '--allow-secrets')).toMatchObject({ code: 0 })
})

it('says what is wrong with an address, a folder or a missing token, and what to do', async () => {
  expect(await winnow('good', 'hf://datasets/curator')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('hf://datasets/OWNER/NAME'),
  })
  expect(await winnow('nowhere', 'hf://datasets/curator/run')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nowhere does not exist'),
  })
  const { code, stderr } = await runWith({ HF_ENDPOINT: hub.url }, folder, 'push', 'good', 'hf://datasets/curator/run')
  expect(code).toBe(1)
  expect(stderr).toContain('Nothing can be pushed without a token')
  expect(stderr).toContain('HF_TOKEN')
})
