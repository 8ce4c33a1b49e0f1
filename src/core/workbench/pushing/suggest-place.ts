import { basename } from 'node:path'
import { hubUri } from '#source'
import type { Desk } from '../desk.ts'
import { stopSignal } from '../long-work.ts'

/** Nobody waits longer for a suggestion. */
const WAIT_MS = 5_000

/** Where an export may go: to a dataset of the token's owner called as the folder is. */
export async function suggestPlace({ session }: Pick<Desk, 'session'>, dir: string, signal?: AbortSignal): Promise<{ to: string | null }> {
  const inTime = AbortSignal.timeout(WAIT_MS)
  const user = await session.hub.user(stopSignal(session, signal, inTime)).catch((error) => {
    if (inTime.aborted) return null
    throw error
  })
  return { to: user === null ? null : hubUri({ repo: `${user}/${nameFor(dir)}`, revision: null, path: null }) }
}

/** A folder's name in the signs that a dataset's may hold. */
function nameFor(dir: string): string {
  const plain = basename(dir)
    .slice(0, 90)
    .replace(/[^A-Za-z0-9_.-]/g, '-')
    .replace(/([-.])[-.]+/g, '$1')
    .replace(/^[-.]+|[-.]+$/g, '')
  return plain.replace(/\.git$/, '') || 'export'
}
