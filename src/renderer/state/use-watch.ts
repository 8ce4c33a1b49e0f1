import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Api } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { endJob, putJob, setJobs } from './jobs-store.ts'
import { makeRefresher } from './refresher.ts'
import { type Change, isDetailOf, isStaleAfter } from './stale-calls.ts'
import type { Workspace } from './use-workspace.ts'

const RETRY_AFTER = 1000

/** Follows the workspace while the page is open: counts and jobs at once, everything else is asked again in rounds. */
export function useWatch(): void {
  const api = useApi()
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    void follow(api, client, stop.signal)
    return () => stop.abort()
  }, [api, client])
}

async function follow(api: Api, client: QueryClient, signal: AbortSignal): Promise<void> {
  const refresh = makeRefresher<Change>((changes) => askAgain(client, changes))
  while (!signal.aborted) {
    try {
      const events = await api.workspace.watch(undefined, { signal })
      const info = await api.workspace.info()
      client.setQueryData<Workspace>(['workspace', 'info'], info)
      setJobs(info.jobs)
      for await (const event of events) {
        if (event.kind === 'job') putJob(event.job)
        else if (event.kind === 'job-ended') endJob(event.id)
        else {
          client.setQueryData<Workspace>(['workspace', 'info'], (now) => now && { ...now, counts: event.counts })
          if (event.what === 'decisions') void client.invalidateQueries({ predicate: ({ queryKey }) => isDetailOf(event.ids, queryKey) })
          refresh(event.what)
        }
      }
    } catch {
      // The connection's own banner tells of it; here it is only tried again.
    }
    if (!signal.aborted) await pause(RETRY_AFTER, signal)
  }
}

/** Asks again for everything that changes have made stale, and waits for the answers of what is on show. */
async function askAgain(client: QueryClient, changes: readonly Change[]): Promise<void> {
  const hasNewRows = changes.includes('examples') || changes.includes('verdicts')
  await client.invalidateQueries({
    predicate: ({ queryKey }) =>
      changes.some((one) => isStaleAfter(one, queryKey)) || (hasNewRows && queryKey[0] === 'workspace' && queryKey[1] === 'info'),
  })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const stop = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
