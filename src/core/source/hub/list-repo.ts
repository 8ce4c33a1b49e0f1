import { datasetInfo, type ListFileEntry, listFiles } from '@huggingface/hub'
import { FaultError, fault } from '#record'
import { isRemotePath } from '../cache/remote-file.ts'
import { type HubContext, hubFault, noPath, notAHub } from './hub-fault.ts'
import type { Connection } from './net/create-connection.ts'
import { onward } from './onward.ts'
import { encodePath, resolveUrl } from './resolve-url.ts'
import type { HubAddress } from './types.ts'

/** A repository pinned. */
export interface PinnedRepo {
  /** `OWNER/NAME` as the Hub calls it now. */
  repo: string
  /** 40 hex digits. */
  commit: string
  /** What it was asked for as, when it has another name now; null when it has not (other capitals do not count). */
  renamedFrom: string | null
}

/** A file of a listing. */
export interface ListedFile {
  path: string
  bytes: number
  /** The LFS sha256, else the git blob. */
  etag: string
}

/**
 * Resolves a branch, tag or commit (null: the default branch) to a commit; a repository that was renamed is followed.
 * @throws Fault `not-found` (repository, revision: says which), `forbidden`, `offline`, `bad-input`; the signal's reason.
 */
export async function resolveRevision(
  address: HubAddress,
  revision: string | null,
  connection: Connection,
  signal?: AbortSignal,
): Promise<PinnedRepo> {
  const { url } = await connection.access()
  const context = { url, repo: address.repo, revision, path: null }
  const info = await told(context, () =>
    datasetInfo({
      name: address.repo,
      hubUrl: url,
      additionalFields: ['sha'],
      fetch: bound(connection, signal),
      ...(revision === null ? {} : { revision }),
    }),
  )
  const { name, sha } = info as { name?: unknown; sha?: unknown }
  if (typeof name !== 'string' || !/^[\w.-]+\/[\w.-]+$/.test(name) || typeof sha !== 'string' || !/^[0-9a-f]{40}$/i.test(sha))
    throw notAHub(context)
  const isRenamed = name.toLowerCase() !== address.repo.toLowerCase()
  return { repo: name, commit: sha.toLowerCase(), renamedFrom: isRenamed ? address.repo : null }
}

/**
 * The files of a repository at a commit: all, those below a folder, or the one file that `path` names.
 * @throws as {@link resolveRevision}; Fault `not-found` when the path is nothing.
 */
export async function listRepo(
  repo: string,
  commit: string,
  path: string | null,
  connection: Connection,
  signal?: AbortSignal,
): Promise<ListedFile[]> {
  const { url } = await connection.access()
  const listing = { url, repo, revision: commit, connection, ...(signal ? { signal } : {}) }
  if (path === null) return filesOf({ ...listing, path }, true)
  const below = await filesOf({ ...listing, path }, true).catch(emptyWithout(path))
  if (below.length > 0) return below
  // The tree below a path is that of a folder; a file is found beside its neighbours.
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null
  const beside = await filesOf({ ...listing, path: folder }, false).catch(emptyWithout(folder))
  const found = beside.filter((file) => file.path === path)
  if (found.length === 0) throw noPath({ ...listing, path })
  return found
}

/** The text of a file (a card), as UTF-8; null when there is none. @throws as {@link resolveRevision}. */
export async function readText(
  repo: string,
  commit: string,
  path: string,
  connection: Connection,
  signal?: AbortSignal,
): Promise<string | null> {
  const { url } = await connection.access()
  const context = { url, repo, revision: commit, path }
  return told(context, async () => {
    const answer = await connection.fetch(resolveUrl(context), { signal: signal ?? null })
    return answer.text()
  }).catch((error) => {
    if (isMissing(error, path)) return null
    throw error
  })
}

/** A listing of so many takes a quarter of a gigabyte in memory. */
const MOST_FILES = 1_000_000

interface Listing extends HubContext {
  connection: Connection
  signal?: AbortSignal
}

async function filesOf(listing: Listing, recursive: boolean): Promise<ListedFile[]> {
  const { url, repo, revision, path, connection, signal } = listing
  return told(listing, async () => {
    const files: ListedFile[] = []
    const entries = listFiles({
      repo: { type: 'dataset', name: repo },
      recursive,
      hubUrl: url,
      fetch: onward(bound(connection, signal)),
      ...(revision === null ? {} : { revision }),
      // The library puts it into the address as it is.
      ...(path === null ? {} : { path: encodePath(path) }),
    })
    for await (const entry of entries) {
      if (entry.type === 'file') files.push(listedFile(entry, listing))
      if (files.length > MOST_FILES) throw tooManyFiles(listing)
    }
    return files
  })
}

function listedFile({ path, size, lfs, oid }: ListFileEntry, context: HubContext): ListedFile {
  const etag = lfs?.oid ?? oid
  const bytes = lfs?.size ?? size
  if (!isRemotePath(path) || typeof etag !== 'string' || !Number.isSafeInteger(bytes) || bytes < 0) throw notAHub(context)
  return { path, bytes, etag }
}

function tooManyFiles({ repo }: HubContext): FaultError {
  return fault('bad-input', `${repo} has more than ${MOST_FILES.toLocaleString('en')} files, which are too many to list at once.`, {
    culprit: repo,
    remedy: `Name a folder of it, as in hf://datasets/${repo}/FOLDER.`,
  })
}

function bound(connection: Connection, signal: AbortSignal | undefined): typeof globalThis.fetch {
  return (input, init) => connection.fetch(input, { ...init, signal: signal ?? null })
}

async function told<T>(context: HubContext, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    // The library takes answers apart without looking at them first.
    throw error instanceof TypeError ? notAHub(context) : hubFault(error, context)
  }
}

/** True when just the path is not there; a repository or revision that is not is another matter. */
function isMissing(error: unknown, path: string | null): boolean {
  return error instanceof FaultError && error.fault.kind === 'not-found' && error.fault.culprit === path
}

function emptyWithout(path: string | null): (error: unknown) => ListedFile[] {
  return (error) => {
    if (isMissing(error, path)) return []
    throw error
  }
}
