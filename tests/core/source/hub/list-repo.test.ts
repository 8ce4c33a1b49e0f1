import { describe, expect, it } from 'vitest'
import { listRepo, readText, resolveRevision } from '../../../../src/core/source/hub/list-repo.ts'
import { bytesFile } from '../../../support/fake-hub/bytes-file.ts'
import type { FakeRepo } from '../../../support/fake-hub/types.ts'
import { COMMIT, connect, hubWith, LARGE, REPO, SMALL, TOKEN } from './net/connect.ts'
import { handMadeHub } from './net/hand-made-hub.ts'
import { rejectedFault } from './thrown-fault.ts'

const OLDER = 'beef'.padEnd(40, '0')
const CARD = bytesFile('README.md', '---\nconfigs: []\n---\nTräces')
const FILES = [LARGE, SMALL, CARD, bytesFile('data/deep/er.jsonl', '{}'), bytesFile('.gitattributes', 'x')]
const repo: FakeRepo = {
  id: REPO,
  commits: [
    { sha: OLDER, files: [SMALL] },
    { sha: COMMIT, files: FILES },
  ],
  refs: { main: COMMIT, 'v1.0': OLDER, 'refs/convert/parquet': OLDER },
}
const named = (name: string) => ({ repo: name, revision: null, path: null })
const address = named(REPO)

describe('resolveRevision()', () => {
  it.each([
    [null, COMMIT],
    ['main', COMMIT],
    ['v1.0', OLDER],
    ['refs/convert/parquet', OLDER],
    [OLDER, OLDER],
  ])('pins %s', async (revision, commit) => {
    const { connection } = connect(await hubWith({ repos: [repo] }))
    expect(await resolveRevision(address, revision, connection)).toEqual({ repo: REPO, commit, renamedFrom: null })
  })

  it('follows a repository to its new name and says so', async () => {
    const hub = await hubWith({ repos: [repo, { id: 'old/Name', commits: repo.commits, renamedTo: REPO }] })
    const { connection } = connect({ url: hub.url, token: TOKEN })
    expect(await resolveRevision(named('old/Name'), null, connection)).toEqual({ repo: REPO, commit: COMMIT, renamedFrom: 'old/Name' })
  })

  it('says which revision is not there', async () => {
    const { connection } = connect(await hubWith({ repos: [repo] }))
    const fault = await rejectedFault(resolveRevision(address, 'v9', connection))
    expect(fault).toMatchObject({ kind: 'not-found', culprit: 'v9', message: expect.stringContaining(REPO) })
  })

  it('tells a repository that is missing, or private, apart from one this token may not see', async () => {
    const hub = await hubWith({ repos: [{ ...repo, isPrivate: true }] })
    const nobody = connect({ url: hub.url }).connection
    const known = connect({ url: hub.url, token: TOKEN }).connection
    expect(await rejectedFault(resolveRevision(address, null, nobody))).toMatchObject({
      kind: 'not-found',
      culprit: REPO,
      message: expect.stringMatching(/private and needs a token/),
      remedy: expect.stringContaining('HF_TOKEN'),
    })
    expect(await rejectedFault(resolveRevision(named('no/such'), null, known))).toMatchObject({
      kind: 'not-found',
      culprit: 'no/such',
      message: expect.stringMatching(/may not see it/),
    })
    expect((await resolveRevision(address, null, known)).commit).toBe(COMMIT)
  })

  it('says that a token is not accepted, without showing it', async () => {
    const hub = await hubWith({ repos: [repo] })
    const fault = await rejectedFault(resolveRevision(address, null, connect({ url: hub.url, token: 'hf_expired' }).connection))
    expect(fault).toMatchObject({ kind: 'forbidden', culprit: 'token', message: expect.stringContaining('does not accept the token') })
    expect(JSON.stringify(fault)).not.toContain('hf_expired')
  })

  it.each([
    ['a page to log in', 'text/html', '<html>Welcome to the hotel</html>'],
    ['something else', 'application/json', '{"id":"a/b"}'],
    ['a list', 'application/json', '[]'],
    ['null', 'application/json', 'null'],
  ])('takes %s for no Hub', async (_, type, body) => {
    const hub = await handMadeHub((_request, response) => response.writeHead(200, { 'Content-Type': type }).end(body))
    const fault = await rejectedFault(resolveRevision(address, null, connect(hub).connection))
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringContaining('not as a Hub does') })
  })

  it('ends when it is aborted', async () => {
    const hub = await handMadeHub(() => {})
    const abort = new AbortController()
    const ending = resolveRevision(address, null, connect(hub).connection, abort.signal)
    setTimeout(() => abort.abort(new Error('enough')), 50)
    await expect(ending).rejects.toThrow('enough')
  })
})

describe('listRepo()', () => {
  it('lists all files with what tells their content, over as many pages as there are', async () => {
    const hub = await hubWith({ repos: [repo], pageSize: 2 })
    const files = await listRepo(REPO, COMMIT, null, connect(hub).connection)
    const wanted = FILES.map(({ path, size, etag }) => ({ path, bytes: size, etag }))
    expect(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(wanted.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    expect(hub.totals().requests).toBeGreaterThan(2)
  })

  it('lists a folder, and a single file, whatever it is called', async () => {
    const { connection } = connect(await hubWith({ repos: [repo] }))
    expect((await listRepo(REPO, COMMIT, 'data/deep', connection)).map(({ path }) => path)).toEqual(['data/deep/er.jsonl'])
    expect(await listRepo(REPO, COMMIT, SMALL.path, connection)).toEqual([{ path: SMALL.path, bytes: SMALL.size, etag: SMALL.etag }])
    expect((await listRepo(REPO, COMMIT, 'README.md', connection)).map(({ path }) => path)).toEqual(['README.md'])
  })

  it.each(['nothing', 'data/nothing.parquet', 'no/such/folder'])('says that %s is not there', async (path) => {
    const { connection } = connect(await hubWith({ repos: [repo] }))
    const fault = await rejectedFault(listRepo(REPO, COMMIT, path, connection))
    expect(fault).toMatchObject({ kind: 'not-found', culprit: path })
  })

  it('goes on where a page broke off', async () => {
    const hub = await hubWith({ repos: [repo], pageSize: 1 })
    hub.misbehave(
      { mishap: { kind: 'truncate', after: 20 }, match: /tree/, every: 2 },
      { mishap: { kind: 'status', status: 502 }, match: /tree/, every: 3 },
    )
    expect(await listRepo(REPO, COMMIT, null, connect(hub).connection)).toHaveLength(FILES.length)
  })

  it.each([
    ['to itself', () => 'next'],
    ['in a circle', (count: number) => `page-${count % 3}`],
  ])('ends a listing that sends on %s', async (_, next) => {
    const hub = await handMadeHub((request, response, count) => {
      const link = `<http://${request.headers.host}/api/datasets/${REPO}/tree/${COMMIT}?cursor=${next(count)}>; rel="next"`
      response.writeHead(200, { 'Content-Type': 'application/json', Link: link }).end('[]')
    })
    const fault = await rejectedFault(listRepo(REPO, COMMIT, null, connect(hub).connection))
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringContaining('without end') })
    expect(hub.seen.length).toBeLessThan(6)
  })

  it.each(['a/../../etc/passwd', '/etc/passwd', 'a//b', './a', '', 'a/\ud800.parquet', `${'a/'.repeat(3000)}b`, 7])(
    'takes an answer with a path no repository has for no Hub: %j',
    async (path) => {
      const entry = { type: 'file', path, size: 1, oid: 'x' }
      const hub = await handMadeHub((_request, response) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify([entry])),
      )
      expect((await rejectedFault(listRepo(REPO, COMMIT, null, connect(hub).connection))).kind).toBe('offline')
    },
  )
})

describe('readText()', () => {
  it('gives the text of a file, and null when there is none', async () => {
    const { connection } = connect(await hubWith({ repos: [repo] }))
    expect(await readText(REPO, COMMIT, 'README.md', connection)).toContain('Träces')
    expect(await readText(REPO, OLDER, 'README.md', connection)).toBeNull()
    expect(await readText(REPO, COMMIT, SMALL.path, connection)).toHaveLength(SMALL.size)
  })

  it('does not take a repository nobody may see for one without a card', async () => {
    const { connection } = connect(await hubWith({ repos: [{ ...repo, isPrivate: true }] }))
    expect(await rejectedFault(readText(REPO, COMMIT, 'README.md', connection))).toMatchObject({ kind: 'not-found', culprit: REPO })
  })

  it('unpacks what a proxy packed unasked', async () => {
    const { gzipSync } = await import('node:zlib')
    const hub = await handMadeHub((_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('card')))
    expect(await readText(REPO, COMMIT, 'README.md', connect(hub).connection)).toBe('card')
  })
})
