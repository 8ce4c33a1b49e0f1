import { expect, it } from 'vitest'
import { bytesFile } from '../../../../support/fake-hub/bytes-file.ts'
import { FAKE_TOKEN } from '../../../../support/fake-hub/start-fake-hub.ts'
import { newFolder, startHub } from '../hub-setup.ts'
import { everythingIn } from '../net/connect.ts'
import { rejectedFault } from '../thrown-fault.ts'
import { fourFiles, held, hubWithToken, pushed, pushFile, TO, wanted } from './push-setup.ts'

it('a dataset that is not there is made private and gets one commit', async () => {
  const fake = await startHub([])
  const hub = hubWithToken(fake)
  const files = fourFiles()
  const place = await hub.lookAt(TO)
  expect(place).toMatchObject({ user: 'curator', exists: false, isPrivate: null, head: null, refusals: [] })
  const done = await pushed(hub, place, files)
  expect(done).toMatchObject({ files: 4, isPrivate: true, bytesSent: files.reduce((sum, { bytes }) => sum + bytes, 0) })
  expect(held(fake)).toMatchObject(wanted(files))
  expect(fake.repo(TO.repo)).toMatchObject({ isPrivate: true })
  expect(fake.repo(TO.repo)?.commits).toHaveLength(2)
  expect(done.commit).toBe(fake.repo(TO.repo)?.commits.at(-1)?.sha)
  expect(done.told.at(-1)).toMatchObject({ phase: 'committing', done: done.bytesSent, total: done.bytesSent })
})

it('the token goes to the Hub alone and into nothing that is told; the storage gets none', async () => {
  const fake = await startHub([], { partBytes: 64 * 1024 })
  const hub = hubWithToken(fake)
  const done = await pushed(hub, await hub.lookAt(TO), fourFiles())
  expect(JSON.stringify(done)).not.toContain(FAKE_TOKEN)
  const withToken = fake.requests().map(({ host, hasToken }) => `${host} ${hasToken}`)
  expect([...new Set(withToken)].sort()).toEqual(['content false', 'hub true'])
  expect(fake.requests().filter(({ host }) => host === 'content').length).toBeGreaterThan(6)
})

it('a signed address gets no token on the very host of the Hub either', async () => {
  const fake = await startHub([])
  const { createConnection } = await import('../../../../../src/core/source/hub/net/create-connection.ts')
  const connection = createConnection({
    access: async () => ({ url: fake.contentUrl, token: FAKE_TOKEN, proxy: null }),
    cacheDir: newFolder(),
    tries: 1,
  })
  const body = { length: 1, open: () => [Buffer.from('x')] as unknown as AsyncIterable<Uint8Array> }
  await connection.send(`${fake.contentUrl}/x`, { method: 'PUT' }, body).catch(() => undefined)
  await connection
    .send(`${fake.contentUrl}/x`, { method: 'PUT', headers: { authorization: 'Bearer hf_stand_in' } }, body)
    .catch(() => undefined)
  expect(fake.requests().map(({ hasToken }) => hasToken)).toEqual([false, true])
  await connection.close()
})

it('what the branch has already is not sent, and when it has all of it no commit is made', async () => {
  const fake = await startHub([])
  const hub = hubWithToken(fake)
  const folder = newFolder()
  const files = fourFiles(folder)
  await pushed(hub, await hub.lookAt(TO), files)
  const again = await pushed(hub, await hub.lookAt(TO), files)
  expect(again).toMatchObject({ files: 0, bytesSent: 0 })
  expect(fake.repo(TO.repo)?.commits).toHaveLength(2)
  const changed = [...files.slice(0, 3), pushFile(folder, 'README.md', '# Other rows\n')]
  expect(await pushed(hub, await hub.lookAt(TO), changed)).toMatchObject({ files: 1, bytesSent: 13 })
  expect(held(fake)).toMatchObject(wanted(changed))
})

it('files named as removed go in the same commit, and those of others stay', async () => {
  const theirs = bytesFile('notes.txt', 'mine')
  const commit = { sha: 'c'.repeat(40), files: [theirs, bytesFile('old.jsonl', 'x'), bytesFile('train.jsonl', 'y')] }
  const fake = await startHub([{ id: TO.repo, commits: [commit] }])
  const hub = hubWithToken(fake)
  const files = fourFiles()
  const done = await pushed(hub, await hub.lookAt(TO), files, { removed: ['old.jsonl', 'never-there.jsonl'] })
  expect(held(fake)).toEqual({ ...wanted(files), 'notes.txt': theirs.etag })
  expect(fake.repo(TO.repo)?.commits).toHaveLength(2)
  expect(done.isPrivate).toBe(false)
})

it('a branch that is not there is made from the default one', async () => {
  const fake = await startHub([{ id: TO.repo, commits: [{ sha: 'c'.repeat(40), files: [bytesFile('notes.txt', 'mine')] }] }])
  const hub = hubWithToken(fake)
  const files = fourFiles()
  const to = { ...TO, revision: 'exports/a' }
  await pushed(hub, await hub.lookAt(to), files)
  expect(held(fake, 'exports/a')).toMatchObject(wanted(files))
  expect(Object.keys(held(fake))).toEqual(['notes.txt'])
  expect(await pushed(hub, await hub.lookAt(to), files)).toMatchObject({ files: 0 })
})

it.each([
  ['500 once before each is done', { mishap: { kind: 'status', status: 500 }, isBefore: true, match: /.*/, every: 2 }],
  ['429 and a wait', { mishap: { kind: 'status', status: 429, retryAfter: 1 }, isBefore: true, match: /preupload|batch|commit/, times: 3 }],
  ['an upload that breaks off in the middle', { mishap: { kind: 'reset', after: 100_000 }, isBefore: true, match: /^\/repos/, times: 2 }],
  ['an answer to the commit that is lost', { mishap: { kind: 'reset' }, match: /\/commit\//, times: 1 }],
  ['a commit that was made and answered with 500', { mishap: { kind: 'status', status: 500 }, match: /\/commit\//, times: 1 }],
  ['an answer to the making that is lost', { mishap: { kind: 'reset' }, match: /repos\/create/, times: 1 }],
] as const)('%s: it goes on, makes one commit and counts each byte once', async (_name, rule) => {
  const fake = await startHub([])
  const hub = hubWithToken(fake, FAKE_TOKEN, { tries: 12 })
  fake.misbehave(rule)
  const files = fourFiles()
  const done = await pushed(hub, await hub.lookAt(TO), files)
  expect(held(fake)).toMatchObject(wanted(files))
  expect(fake.repo(TO.repo)?.commits).toHaveLength(2)
  expect(done.bytesSent).toBe(files.reduce((sum, { bytes }) => sum + bytes, 0))
  expect(done.commit).toBe(fake.repo(TO.repo)?.commits.at(-1)?.sha)
  expect(done.told.every(({ done: at, total }) => at >= 0 && at <= total)).toBe(true)
})

it('a branch that moved meanwhile is a conflict, and nothing of the push is to be seen', async () => {
  const commit = { sha: 'c'.repeat(40), files: [bytesFile('notes.txt', 'mine')] }
  const fake = await startHub([{ id: TO.repo, commits: [commit] }])
  const hub = hubWithToken(fake)
  const place = await hub.lookAt(TO)
  const moved = { sha: 'd'.repeat(40), files: [bytesFile('notes.txt', 'theirs')] }
  fake.put({ id: TO.repo, commits: [commit, moved] })
  expect(await rejectedFault(pushed(hub, place, fourFiles()))).toMatchObject({ kind: 'conflict', culprit: TO.repo })
  expect(Object.keys(held(fake))).toEqual(['notes.txt'])
})

it('what had arrived before a push was cancelled is not sent again', async () => {
  const fake = await startHub([])
  const hub = hubWithToken(fake)
  const files = fourFiles()
  const stop = new AbortController()
  fake.misbehave({ mishap: { kind: 'reset' }, isBefore: true, match: /\/commit\// })
  fake.watch((moment, { url }) => moment === 'came' && url.includes('/commit/') && stop.abort(new DOMException('Enough.', 'AbortError')))
  await expect(pushed(hub, await hub.lookAt(TO), files, { signal: stop.signal })).rejects.toThrow('Enough.')
  fake.watch(null)
  fake.misbehave()
  expect(held(fake)).not.toHaveProperty('README.md')
  const done = await pushed(hub, await hub.lookAt(TO), files)
  expect(done.bytesSent).toBe((files[2]?.bytes ?? 0) + (files[3]?.bytes ?? 0))
  expect([...fake.arrivals().values()]).toEqual([1, 1])
})

it('a refusal of the Hub says whose repository it is, and what to do', async () => {
  const fake = await startHub([])
  const hub = hubWithToken(fake)
  fake.misbehave({ mishap: { kind: 'status', status: 403 }, isBefore: true, match: /\/commit\// })
  const fault = await rejectedFault(pushed(hub, await hub.lookAt(TO), fourFiles()))
  expect(fault).toMatchObject({ kind: 'forbidden', culprit: TO.repo, remedy: expect.stringContaining('token') })
  expect(held(fake)).not.toHaveProperty('README.md')
})

it('a file that goes away in the middle is told by its name', async () => {
  const fake = await startHub([])
  const hub = hubWithToken(fake)
  const files = fourFiles()
  const gone = files.map((file) => (file.path === 'README.md' ? { ...file, from: `${file.from}.gone` } : file))
  await expect(pushed(hub, await hub.lookAt(TO), gone)).rejects.toThrow(/README\.md\.gone/)
  expect(held(fake)).not.toHaveProperty('train.jsonl')
})

it('no secret of the connection is in what a failing push throws', async () => {
  const secret = 'hf_averysecrettokenthatnobodymayread'
  const fake = await startHub([], { token: secret })
  const hub = hubWithToken(fake, secret, { tries: 2, stall: 200 })
  const thrown: unknown[] = []
  for (const match of [/repos\/create/, /preupload/, /batch/, /^\/repos/, /\/commit\//]) {
    for (const mishap of [{ kind: 'reset' }, { kind: 'status', status: 500 }, { kind: 'status', status: 403 }] as const) {
      fake.misbehave({ mishap, isBefore: true, match })
      await pushed(hub, await hub.lookAt(TO), fourFiles()).catch((error) => thrown.push(error))
    }
  }
  expect(thrown).toHaveLength(15)
  expect(thrown.map((error) => everythingIn(error)).join('\n')).not.toContain(secret)
})
