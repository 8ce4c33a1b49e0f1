import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { Host } from './connect.ts'
import { createQueryClient } from './create-query-client.ts'
import { ApiContext } from './use-api.ts'
import { HostContext } from './use-host.ts'

/**
 * Gives the page its client, its queries and its host. Shows `fallback` until the first connection; after that the screens
 * stay while the host is away, and everything is asked again when it is back. `useHostState` says how it stands.
 */
export function ApiProvider({ host, fallback, children }: { host: Host; fallback: ReactNode; children: ReactNode }): ReactNode {
  const { connection } = host
  const [queries] = useState(createQueryClient)
  const state = useSyncExternalStore(connection.subscribe, () => connection.state)
  // The state is kept, not its client: a client is callable, and React would call it as an updater.
  const [lastReady, setLastReady] = useState(state.kind === 'ready' ? state : null)
  if (state.kind === 'ready' && state !== lastReady) setLastReady(state)

  useEffect(() => {
    if (lastReady) void queries.invalidateQueries()
  }, [lastReady, queries])

  return (
    <HostContext value={{ state, capabilities: host.capabilities }}>
      <QueryClientProvider client={queries}>
        {lastReady ? <ApiContext value={lastReady.api}>{children}</ApiContext> : fallback}
      </QueryClientProvider>
    </HostContext>
  )
}
