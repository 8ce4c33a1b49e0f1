import type { Api } from './api.ts'

/** How the page stands with its host. `lost` carries a sentence for the person; the connection tries again by itself. */
export type HostState = { kind: 'connecting' } | { kind: 'ready'; api: Api } | { kind: 'lost'; reason: string }

/** A connection that lives as long as the page: every time it is `ready` again its `api` is a new client. */
export interface HostConnection {
  /** The state now: the same object until it changes. */
  readonly state: HostState
  /** Calls back after every change of `state`. Returns the way out. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** The state and those who watch it: what every kind of connection shares. */
export interface StateHolder {
  readonly state: HostState
  set(state: HostState): void
  subscribe(listener: () => void): () => void
}

/** Starts out `connecting`. */
export function createStateHolder(): StateHolder {
  const listeners = new Set<() => void>()
  let state: HostState = { kind: 'connecting' }
  return {
    get state() {
      return state
    },
    set(next) {
      state = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
