import { FaultError } from '#record'
import { resolveRevision } from './list-repo.ts'
import type { Connection } from './net/create-connection.ts'
import type { HubAddress, HubOpenOptions } from './types.ts'

/** A repository at a commit, and what finding it took, in sentences. */
export interface Pinned {
  /** `OWNER/NAME` as the Hub calls it now; as it was asked for when the Hub was not asked. */
  repo: string
  commit: string
  notes: string[]
}

/**
 * The commit to open. A revision that is the known commit costs no request; when the Hub cannot be reached the known commit is taken, unless
 * another commit was asked for. @throws as {@link resolveRevision}
 */
export async function pinRevision(address: HubAddress, options: HubOpenOptions, connection: Connection): Promise<Pinned> {
  const { revision = address.revision, known, signal } = options
  const isKnown = known != null && revision !== null && isCommit(revision) && known.revision.startsWith(revision.toLowerCase())
  if (isKnown) return { repo: address.repo, commit: known.revision, notes: [] }
  try {
    const { repo, commit, renamedFrom } = await resolveRevision(address, revision, connection, signal)
    return { repo, commit, notes: renamedFrom === null ? [] : [`${renamedFrom} is called ${repo} now; it was opened under its new name.`] }
  } catch (error) {
    const isOffline = error instanceof FaultError && error.fault.kind === 'offline'
    if (!isOffline || known == null || (revision !== null && isCommit(revision))) throw error
    return { repo: address.repo, commit: known.revision, notes: [offlineNote(address, known.revision, error.fault.message)] }
  }
}

function isCommit(revision: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(revision)
}

function offlineNote({ repo }: HubAddress, commit: string, problem: string): string {
  return `${problem} ${repo} was opened at ${commit.slice(0, 12)}, where it was last time; what has been fetched can be read.`
}
