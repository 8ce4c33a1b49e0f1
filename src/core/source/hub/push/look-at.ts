import { datasetInfo, whoAmI } from '@huggingface/hub'
import { type Fault, FaultError, fault, isJsonObject, type Json } from '#record'
import { hubFault, notAHub } from '../hub-fault.ts'
import { listRepo, readText } from '../list-repo.ts'
import type { Connection } from '../net/create-connection.ts'
import { NetError } from '../net/net-error.ts'
import type { HubAddress } from '../types.ts'
import { rightsFault } from './token-rights.ts'
import type { PushPlace } from './types.ts'

/** The library wants a token and is given none: the connection puts the true one in, for the Hub's own origin alone. */
export const STAND_IN = 'hf_stand_in'

/** The branch that is written to when the address names none. */
const DEFAULT_BRANCH = 'main'
const MANIFEST = 'manifest.json'

/**
 * Looks at where a push would go: who the token belongs to and what it may do, whether the repository is there, and what its branch holds. What
 * forbids the push is in `refusals`. @throws Fault `bad-input` for an address that is no place to push to; the signal's reason.
 */
export async function lookAt(address: HubAddress, connection: Connection, signal?: AbortSignal): Promise<PushPlace> {
  const branch = branchOf(address)
  const { url, token } = await connection.access()
  const nowhere = {
    ...{ repo: address.repo, branch, url: `${url}/datasets/${address.repo}`, user: null, exists: false, isPrivate: null, head: null },
    ...{ files: new Map<string, string>(), manifest: null, refusals: [] as Fault[], notes: [] as string[] },
  }
  if (token === null) return { ...nowhere, refusals: [noToken(url)] }
  try {
    return await lookWith({ nowhere, url, branch, address, connection, signal })
  } catch (error) {
    signal?.throwIfAborted()
    const context = { url, repo: address.repo, revision: branch, path: null }
    // The library takes answers apart without looking at them first.
    const told = error instanceof TypeError ? notAHub(context) : hubFault(error, context)
    if (told instanceof FaultError) return { ...nowhere, refusals: [told.fault] }
    throw told
  }
}

/** The name of who the token belongs to; null without one, or when nobody answers. @throws the signal's reason */
export async function userOf(connection: Connection, signal?: AbortSignal): Promise<string | null> {
  const { url, token } = await connection.access()
  if (token === null) return null
  try {
    return (await whoAmI({ hubUrl: url, accessToken: STAND_IN, fetch: bound(connection, signal) })).name
  } catch {
    signal?.throwIfAborted()
    return null
  }
}

function bound(connection: Connection, signal: AbortSignal | undefined): typeof globalThis.fetch {
  return (input, init) => connection.fetch(input, { ...init, signal: signal ?? null })
}

interface Look {
  nowhere: PushPlace
  url: string
  branch: string
  address: HubAddress
  connection: Connection
  signal: AbortSignal | undefined
}

async function lookWith({ nowhere, url, branch, address, connection, signal }: Look): Promise<PushPlace> {
  const fetch = bound(connection, signal)
  const who = (await whoAmI({ hubUrl: url, accessToken: STAND_IN, fetch })) as unknown as Json
  if (!isJsonObject(who) || typeof who.name !== 'string') throw notAHub({ url, repo: address.repo, revision: branch, path: null })
  const user = who.name
  const info = await infoOf(address.repo, null, url, fetch)
  const repo = info?.repo ?? address.repo
  const right = rightsFault(who, { repo, exists: info !== null, url })
  const place = { ...nowhere, repo, user, url: `${url}/datasets/${repo}`, exists: info !== null, isPrivate: info?.isPrivate ?? null }
  if (right) return { ...place, refusals: [right] }
  if (!info) return place
  const renamed = repo.toLowerCase() !== address.repo.toLowerCase()
  const notes = renamed ? [`${address.repo} is called ${repo} now; it is pushed to under its new name.`] : []
  const head = branch === DEFAULT_BRANCH ? info.head : await headOf(repo, branch, url, fetch)
  const there = { ...place, notes }
  // A new branch begins where the default one is, and so with its files.
  const held = head ?? info.head
  if (held === null) return { ...there, head }
  const files = new Map((await listRepo(repo, held, null, connection, signal)).map(({ path, etag }) => [path, etag]))
  const manifest = files.has(MANIFEST) ? await readText(repo, held, MANIFEST, connection, signal) : null
  return { ...there, head, files, manifest }
}

interface Info {
  repo: string
  isPrivate: boolean
  head: string | null
}

/** Null where there is no such repository. */
async function infoOf(repo: string, revision: string | null, url: string, fetch: typeof globalThis.fetch): Promise<Info | null> {
  try {
    const asked = { name: repo, hubUrl: url, additionalFields: ['sha' as const], fetch }
    const info: { name?: unknown; private?: unknown; sha?: unknown } = await datasetInfo(revision === null ? asked : { ...asked, revision })
    const { name, sha } = info
    return { repo: typeof name === 'string' ? name : repo, isPrivate: info.private === true, head: typeof sha === 'string' ? sha : null }
  } catch (error) {
    if (error instanceof NetError && error.trouble.kind === 'status' && error.trouble.status === 404) return null
    throw error
  }
}

async function headOf(repo: string, branch: string, url: string, fetch: typeof globalThis.fetch): Promise<string | null> {
  return (await infoOf(repo, branch, url, fetch))?.head ?? null
}

function branchOf({ repo, revision, path }: HubAddress): string {
  if (path !== null) {
    throw fault('bad-input', `hf://datasets/${repo} is pushed to as a whole, and the address names ${path} in it.`, {
      culprit: path,
      remedy: 'Leave out what stands behind the name or the branch: hf://datasets/OWNER/NAME[@BRANCH].',
    })
  }
  if (revision !== null && (/^[0-9a-f]{7,40}$/i.test(revision) || revision.startsWith('refs/'))) {
    throw fault('bad-input', `${revision} is a commit or a ref of the Hub's own, and only a branch can be pushed to.`, {
      culprit: revision,
      remedy: 'Name a branch, as in hf://datasets/OWNER/NAME@BRANCH, or none for main.',
    })
  }
  return revision ?? DEFAULT_BRANCH
}

function noToken(url: string): Fault {
  return fault('forbidden', 'Nothing can be pushed without a token of the Hub.', {
    culprit: 'token',
    remedy: `Make one that may write at ${url}/settings/tokens and set it (HF_TOKEN in a terminal, or the settings).`,
  }).fault
}
