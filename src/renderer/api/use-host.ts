import { createContext, useContext } from 'react'
import type { HostCapabilities } from './host-capabilities.ts'
import type { HostState } from './host-connection.ts'

/** The host as components see it. */
export interface HostView {
  state: HostState
  capabilities: HostCapabilities
}

/** Filled by `ApiProvider`. */
export const HostContext = createContext<HostView | null>(null)

function useHost(): HostView {
  const host = useContext(HostContext)
  if (!host) throw new Error('The host is asked for outside ApiProvider')
  return host
}

/** Whether the host is there, being looked for, or lost and why. */
export function useHostState(): HostState {
  return useHost().state
}

/** What the host can do beyond the contract. */
export function useCapabilities(): HostCapabilities {
  return useHost().capabilities
}
