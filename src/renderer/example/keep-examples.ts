import type { QueryClient } from '@tanstack/react-query'
import { recentIds } from './logic/recent-ids.ts'

/** Examples whose texts stay in memory: the one on show, three ahead, and those one may go back to. */
const KEPT = 12

/** What is heavy about an example, by the contract's path. Everything else of it is a few numbers. */
const HEAVY = new Set(['get', 'findings', 'patch', 'patchFile', 'patchText', 'patchMatch', 'text', 'raw', 'find', 'files', 'fileAt'])

let recent: readonly string[] = []

/** Lets go of every example but the dozen used last, `used` among them. What a screen is showing stays anyway. */
export function keepExamples(client: QueryClient, used: readonly string[]): void {
  recent = recentIds(recent, used, KEPT)
  const kept = new Set(recent)
  client.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => isHeavy(queryKey) && !kept.has(idOf(queryKey)) })
}

function isHeavy([room, call]: readonly unknown[]): boolean {
  return room === 'example' && typeof call === 'string' && HEAVY.has(call)
}

function idOf([, , input]: readonly unknown[]): string {
  return String((input as { id?: unknown } | undefined)?.id)
}
