import { describe, expect, it } from 'vitest'
import { bytesFile } from '../../../../support/fake-hub/bytes-file.ts'
import { FAKE_TOKEN } from '../../../../support/fake-hub/start-fake-hub.ts'
import type { FakeHubOptions } from '../../../../support/fake-hub/types.ts'
import { newFolder, openHubAt, startHub } from '../hub-setup.ts'
import { rejectedFault } from '../thrown-fault.ts'
import { hubWithToken, TO } from './push-setup.ts'

const COMMIT = { sha: 'c'.repeat(40), files: [bytesFile('manifest.json', '{"format":"x"}'), bytesFile('a.parquet', 'rows')] }

describe('looking at where a push would go', () => {
  it('tells what the branch holds, with the manifest that is there', async () => {
    const fake = await startHub([{ id: TO.repo, commits: [COMMIT], isPrivate: true }])
    const place = await hubWithToken(fake).lookAt(TO)
    expect(place).toMatchObject({ exists: true, isPrivate: true, head: COMMIT.sha, manifest: '{"format":"x"}', refusals: [] })
    expect([...place.files.keys()].sort()).toEqual(['a.parquet', 'manifest.json'])
  })

  it('asks for nothing to be written', async () => {
    const fake = await startHub([{ id: TO.repo, commits: [COMMIT] }])
    await hubWithToken(fake).lookAt(TO)
    expect(fake.requests().every(({ method }) => method === 'GET')).toBe(true)
  })

  it('follows a repository to its new name', async () => {
    const fake = await startHub([
      { id: 'curator/old', commits: [], renamedTo: TO.repo },
      { id: TO.repo, commits: [COMMIT] },
    ])
    const place = await hubWithToken(fake).lookAt({ ...TO, repo: 'curator/old' })
    expect(place).toMatchObject({ repo: TO.repo, notes: [expect.stringContaining('curator/old is called curator/run now')] })
  })

  it.each([
    ['curator/run', 'main/data'],
    ['curator/run', null],
  ])('refuses an address that is no branch of %s', async (repo, path) => {
    const fake = await startHub([])
    const address = { repo, path, revision: path === null ? 'c'.repeat(40) : null }
    expect(await rejectedFault(hubWithToken(fake).lookAt(address))).toMatchObject({ kind: 'bad-input' })
    expect(fake.requests()).toHaveLength(0)
  })
})

describe('what a token may do is told before anything is sent', () => {
  const look = async (options: Partial<FakeHubOptions>, repo = TO.repo, token: string | null = FAKE_TOKEN) => {
    const fake = await startHub([{ id: 'curator/there', commits: [COMMIT] }], options)
    const { refusals } = await hubWithToken(fake, token).lookAt({ ...TO, repo })
    return refusals.map(({ kind, message }) => `${kind}: ${message}`).join('\n')
  }

  it.each([
    ['none at all', {}, 'curator/run', null, /^forbidden: Nothing can be pushed without a token/],
    ['one that is wrong', {}, 'curator/run', 'hf_wrong', /^forbidden: .* does not accept the token/],
    ['one that reads', { user: { name: 'curator', role: 'read' } }, 'curator/run', FAKE_TOKEN, /^forbidden: The token may read/],
    [
      "somebody else's name",
      {},
      'somebody/run',
      FAKE_TOKEN,
      /^forbidden: somebody\/run would belong to somebody, and the token is curator's/,
    ],
    [
      'a reader in an organisation',
      { user: { name: 'curator', orgs: { lab: 'read' } } },
      'lab/run',
      FAKE_TOKEN,
      /may read what belongs to lab/,
    ],
    [
      'a grant for one repository only',
      { user: { name: 'curator', role: 'fineGrained', mayWriteTo: ['curator/there'] } },
      'curator/new',
      FAKE_TOKEN,
      /fine-grained/,
    ],
    ['no grant', { user: { name: 'curator', role: 'fineGrained', mayWriteTo: [] } }, 'curator/there', FAKE_TOKEN, /fine-grained/],
  ] as const)('%s is refused', async (_name, options, repo, token, message) => {
    expect(await look(options as Partial<FakeHubOptions>, repo, token)).toMatch(message)
  })

  it.each([
    ['a writer in an organisation', { user: { name: 'curator', orgs: { lab: 'write' } } }, 'lab/run'],
    ['a grant for the repository', { user: { name: 'curator', role: 'fineGrained', mayWriteTo: ['curator/there'] } }, 'curator/there'],
    ['a grant for all of a user', { user: { name: 'curator', role: 'fineGrained', mayWriteTo: ['curator'] } }, 'curator/new'],
    ['other capitals', {}, 'Curator/run'],
  ] as const)('%s may push', async (_name, options, repo) => {
    expect(await look(options as Partial<FakeHubOptions>, repo)).toBe('')
  })

  it('a Hub that cannot be reached is told, and tells nothing of the token', async () => {
    const hub = openHubAt({ url: 'http://127.0.0.1:9' }, newFolder(), {
      access: async () => ({ url: 'http://127.0.0.1:9', token: FAKE_TOKEN, proxy: null }),
    })
    const { refusals } = await hub.lookAt(TO)
    expect(refusals).toMatchObject([{ kind: 'offline', message: expect.stringContaining('127.0.0.1:9 cannot be reached') }])
    expect(JSON.stringify(refusals)).not.toContain(FAKE_TOKEN)
  })
})
