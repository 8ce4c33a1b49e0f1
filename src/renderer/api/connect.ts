import type { Bridge } from '../../preload/bridge.ts'
import { connectBrowser } from './connect-browser.ts'
import { connectDesktop } from './connect-desktop.ts'
import { type HostCapabilities, hostCapabilities } from './host-capabilities.ts'
import type { HostConnection } from './host-connection.ts'

declare global {
  interface Window {
    /** Present on the desktop alone. */
    winnow?: Bridge
  }
}

/** The host of this page: the connection, and what the host can do beyond the contract. */
export interface Host {
  connection: HostConnection
  capabilities: HostCapabilities
}

/** Picks the host. Called once, when the page starts; nothing else asks where the page runs. */
export function connect(): Host {
  const bridge = window.winnow
  return { connection: bridge ? connectDesktop(bridge) : connectBrowser(), capabilities: hostCapabilities(bridge) }
}
