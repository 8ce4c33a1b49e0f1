import { createHash } from 'node:crypto'
import { datasetInfo, downloadFile, fileExists, listFiles, pathsInfo, whoAmI } from '@huggingface/hub'
import { afterEach, expect, it } from 'vitest'
import { bytesFile } from '../support/fake-hub/bytes-file.ts'
import { gitBlobId } from '../support/fake-hub/git-blob-id.ts'
import { FAKE_TOKEN, startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import type { FakeHub, FakeHubOptions, FakeRepo } from '../support/fake-hub/types.ts'

const OLD = 'a'.repeat(40)
const NEW = 'b'.repeat(40)
const CARD = '---\nlicense: mit\n---\nA card.\n'
const SHARD = Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 251))
const SHARD_PATH = 'data/openhands/train-00000-of-00001.parquet'

const TOY: FakeRepo = {
  id: 'octo/toy',
  commits: [
    { sha: OLD, files: [bytesFile('README.md', 'old')] },
    { sha: NEW, files: [bytesFile('README.md', CARD), bytesFile(SHARD_PATH, SHARD)] },
  ],
  refs: { main: NEW, 'v1.0': OLD, 'refs/convert/parquet': OLD },
}

let hub: FakeHub | undefined
afterEach(() => hub?.close())

async function start(options: Partial<FakeHubOptions> = {}): Promise<FakeHub> {
  hub = await startFakeHub({ repos: [TOY], ...options })
  return hub
}

const resolveUrl = ({ url }: FakeHub, path: string, revision = 'main') => `${url}/datasets/octo/toy/resolve/${revision}/${path}`
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } })
async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

const manually = (init: RequestInit = {}): RequestInit => ({ redirect: 'manual', ...init })

it('names the commit a branch, a tag, a commit or the start of one stands for', async () => {
  const { url } = await start()
  const shaOf = async (revision?: string) =>
    (await datasetInfo({ name: 'octo/toy', hubUrl: url, additionalFields: ['sha'], ...(revision && { revision }) })).sha
  expect(await Promise.all(['main', 'v1.0', 'refs/convert/parquet', OLD, OLD.slice(0, 7)].map(shaOf))).toEqual([NEW, OLD, OLD, OLD, OLD])
  expect(await shaOf()).toBe(NEW)
})

it('tells every field where none is picked', async () => {
  const { url } = await start()
  const info = await (await fetch(`${url}/api/datasets/octo/toy`)).json()
  expect(info).toMatchObject({
    id: 'octo/toy',
    sha: NEW,
    private: false,
    gated: false,
    siblings: [{ rfilename: 'README.md' }, { rfilename: SHARD_PATH }],
  })
})

it('lists files and folders page by page, small ones by their blob and large ones by their sha256', async () => {
  const { url, requests } = await start({ pageSize: 2 })
  const entries = await all(listFiles({ repo: 'datasets/octo/toy', recursive: true, hubUrl: url }))
  expect(entries.map(({ type, path }) => `${type} ${path}`)).toEqual([
    'file README.md',
    'directory data',
    'directory data/openhands',
    `file ${SHARD_PATH}`,
  ])
  expect(entries[0]).toMatchObject({ oid: gitBlobId(Buffer.from(CARD)), size: CARD.length })
  const sha256 = createHash('sha256').update(SHARD).digest('hex')
  expect(entries[3]).toMatchObject({ size: SHARD.length, lfs: { oid: sha256, size: SHARD.length, pointerSize: 129 } })
  expect(entries[3]?.xetHash).toMatch(/^[0-9a-f]{64}$/)
  expect(requests()).toHaveLength(2)
})

it('lists one folder, and the last commit of each entry when asked', async () => {
  const { url } = await start()
  const entries = await all(listFiles({ repo: 'datasets/octo/toy', path: 'data', expand: true, hubUrl: url }))
  expect(entries).toMatchObject([{ type: 'directory', path: 'data/openhands', lastCommit: { id: NEW } }])
})

it('knows which of some paths exist', async () => {
  const { url } = await start()
  const found = await pathsInfo({ repo: 'datasets/octo/toy', paths: ['README.md', 'none'], hubUrl: url })
  expect(found.map(({ path }) => path)).toEqual(['README.md'])
  expect(await fileExists({ repo: 'datasets/octo/toy', path: SHARD_PATH, hubUrl: url })).toBe(true)
  expect(await fileExists({ repo: 'datasets/octo/toy', path: 'none', hubUrl: url })).toBe(false)
})

it('gives a file to the client library whole and in slices', async () => {
  const { url } = await start()
  const file = await downloadFile({ repo: 'datasets/octo/toy', path: SHARD_PATH, hubUrl: url, xet: false })
  expect(Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(SHARD)
  expect(Buffer.from((await file?.slice(1000, 1010).arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(SHARD.subarray(1000, 1010))
  const card = await downloadFile({ repo: 'datasets/octo/toy', path: 'README.md', hubUrl: url })
  expect(await card?.text()).toBe(CARD)
})

it('shows as raw what git holds of a large file', async () => {
  const { url } = await start()
  const pointer = await (await fetch(`${url}/datasets/octo/toy/raw/main/${SHARD_PATH}`)).text()
  expect(pointer).toContain(`oid sha256:${createHash('sha256').update(SHARD).digest('hex')}\nsize 5000\n`)
})

it('redirects a large file to the content host, and says before that what it links to', async () => {
  const fake = await start()
  const answer = await fetch(resolveUrl(fake, SHARD_PATH), manually())
  const sha256 = createHash('sha256').update(SHARD).digest('hex')
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toMatch(new RegExp(`^${fake.contentUrl}/`))
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-repo-commit': NEW,
    'x-linked-size': '5000',
    'x-linked-etag': `"${sha256}"`,
    'accept-ranges': 'bytes',
  })
})

it.each([
  ['bytes=0-0', 206, 'bytes 0-0/5000', 1],
  ['bytes=10-19', 206, 'bytes 10-19/5000', 10],
  ['bytes=4990-', 206, 'bytes 4990-4999/5000', 10],
  ['bytes=4990-9999', 206, 'bytes 4990-4999/5000', 10],
  ['bytes=-7', 206, 'bytes 4993-4999/5000', 7],
  ['bytes=5000-', 416, 'bytes */5000', 0],
  ['bytes=0-1,4-5', 200, null, 5000],
])('answers %s with %i', async (range, status, contentRange, length) => {
  const answer = await fetch(resolveUrl(await start(), SHARD_PATH), { headers: { Range: range } })
  expect([answer.status, answer.headers.get('Content-Range')]).toEqual([status, contentRange])
  expect((await answer.arrayBuffer()).byteLength).toBe(length)
})

it('answers HEAD with headers alone', async () => {
  const fake = await start()
  const answer = await fetch(resolveUrl(fake, 'README.md'), { method: 'HEAD' })
  expect([answer.status, answer.headers.get('Content-Length'), answer.headers.get('ETag')]).toEqual([
    200,
    String(CARD.length),
    `"${gitBlobId(Buffer.from(CARD))}"`,
  ])
  expect(fake.totals()).toEqual({ requests: 1, bytes: 0 })
})

it.each([
  ['a missing file', '/datasets/octo/toy/resolve/main/none', 404, 'EntryNotFound'],
  ['a missing folder', '/api/datasets/octo/toy/tree/main/none', 404, 'EntryNotFound'],
  ['a missing revision', '/api/datasets/octo/toy/revision/none', 404, 'RevisionNotFound'],
  ['a missing repository, to nobody in particular', '/api/datasets/octo/none', 401, 'RepoNotFound'],
])('refuses %s', async (_, path, status, code) => {
  const { url } = await start()
  const answer = await fetch(url + path)
  expect([answer.status, answer.headers.get('X-Error-Code')]).toEqual([status, code])
  expect(await answer.json()).toEqual({ error: answer.headers.get('X-Error-Message') })
})

it('tells who has a token that a repository is not there', async () => {
  const { url } = await start()
  const answer = await fetch(`${url}/api/datasets/octo/none`, bearer(FAKE_TOKEN))
  expect([answer.status, answer.headers.get('X-Error-Code')]).toEqual([404, 'RepoNotFound'])
})

it('hides a private repository from everybody without the token', async () => {
  const { url } = await start({ repos: [{ ...TOY, isPrivate: true }] })
  const info = `${url}/api/datasets/octo/toy`
  const statuses = [await fetch(info), await fetch(info, bearer('hf_other')), await fetch(info, bearer(FAKE_TOKEN))].map(
    ({ status }) => status,
  )
  expect(statuses).toEqual([401, 401, 200])
})

it('lists a gated repository but keeps its files back', async () => {
  const fake = await start({ repos: [{ ...TOY, isGated: true }] })
  expect(await (await fetch(`${fake.url}/api/datasets/octo/toy`)).json()).toMatchObject({ gated: 'manual' })
  expect((await fetch(`${fake.url}/api/datasets/octo/toy/tree/main`)).status).toBe(200)
  const refused = await fetch(resolveUrl(fake, 'README.md'))
  expect([refused.status, refused.headers.get('X-Error-Code')]).toEqual([403, 'GatedRepo'])
  expect((await fetch(resolveUrl(fake, 'README.md'), bearer(FAKE_TOKEN))).status).toBe(200)
})

it('sends who asks by an old name on to the new one', async () => {
  const fake = await start({ repos: [TOY, { id: 'octo/before', commits: [], renamedTo: 'octo/toy' }] })
  const api = await fetch(`${fake.url}/api/datasets/octo/before/revision/main?expand=sha`, manually())
  expect([api.status, api.headers.get('Location')]).toEqual([307, '/api/datasets/octo/toy/revision/main?expand=sha'])
  expect(await (await fetch(`${fake.url}/datasets/octo/before/resolve/main/README.md`)).text()).toBe(CARD)
})

it('knows who has the token', async () => {
  const { url } = await start()
  expect(await whoAmI({ hubUrl: url, accessToken: FAKE_TOKEN })).toMatchObject({ name: 'curator' })
  await expect(whoAmI({ hubUrl: url, accessToken: 'hf_other' })).rejects.toThrow('Invalid credentials')
})

it('refuses a token where a signed address is proof enough, and records it', async () => {
  const fake = await start()
  const signed = (await fetch(resolveUrl(fake, SHARD_PATH), manually())).headers.get('Location') ?? ''
  expect((await fetch(signed)).status).toBe(200)
  expect((await fetch(signed, bearer(FAKE_TOKEN))).status).toBe(400)
  expect(fake.requests().at(-1)).toMatchObject({ host: 'content', hasToken: true, status: 400 })
})

it('refuses a signed address that was changed or whose time is over', async () => {
  const fake = await start({ linkSeconds: 0.2 })
  const signed = (await fetch(resolveUrl(fake, SHARD_PATH), manually())).headers.get('Location') ?? ''
  expect((await fetch(signed.replace('Signature=', 'Signature=0'))).status).toBe(403)
  await expect.poll(async () => (await fetch(signed)).status).toBe(403)
})

it('moves a branch', async () => {
  const fake = await start()
  fake.put({ ...TOY, commits: [{ sha: 'c'.repeat(40), files: [bytesFile('README.md', 'newer')] }], refs: {} })
  expect(await (await fetch(resolveUrl(fake, 'README.md'))).text()).toBe('newer')
})
