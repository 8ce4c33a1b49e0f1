import { FaultError } from '#record'
import type { ListingCache } from '../cache/listing-cache.ts'
import { resolveRevision } from './list-repo.ts'
import type { Connection } from './net/create-connection.ts'
import type { HubAddress, HubOpenOptions } from './types.ts'

interface PinTools {
  connection: Connection
  listings: ListingCache
}

/** A repository at a commit, and what finding it took, in sentences. */
export interface Pinned {
  /** `OWNER/NAME` as the Hub calls it now; as it was asked for when the Hub was not asked. */
  repo: string
  commit: string
  notes: string[]
}

/**
 * The commit to open. A commit that is known, or was listed before, costs no request; when the Hub cannot be reached the known commit is taken,
 * unless another one was asked for. @throws as {@link resolveRevision}
 */
export async function pinRevision(address: HubAddress, options: HubOpenOptions, { connection, listings }: PinTools): Promise<Pinned> {
  const { revision = address.revision, known = null, signal } = options
  const asked = revision !== null && isCommit(revision) ? revision.toLowerCase() : null
  if (asked !== null && known?.revision.startsWith(asked)) return { repo: address.repo, commit: known.revision, notes: [] }
  if (asked?.length === 40 && (await listings.get(asked, address.path))) return { repo: address.repo, commit: asked, notes: [] }
  try {
    const { repo, commit, renamedFrom } = await resolveRevision(address, revision, connection, signal)
    return { repo, commit, notes: renamedFrom === null ? [] : [`${renamedFrom} is called ${repo} now; it was opened under its new name.`] }
  } catch (error) {
    const isOffline = error instanceof FaultError && error.fault.kind === 'offline'
    if (!isOffline || known === null || asked !== null) throw error
    return { repo: address.repo, commit: known.revision, notes: [offlineNote(address, known.revision, error.fault.message)] }
  }
}

function isCommit(revision: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(revision)
}

function offlineNote({ repo }: HubAddress, commit: string, problem: string): string {
  return `${problem} ${repo} was opened at ${commit.slice(0, 12)}, where it was last time; what has been fetched can be read.`
}
