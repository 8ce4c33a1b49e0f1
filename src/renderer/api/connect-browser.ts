import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { Api } from './api.ts'
import { backoff } from './backoff.ts'
import { createStateHolder, type HostConnection } from './host-connection.ts'

const STOPPED = 'The Winnow server does not answer. Start it again with `winnow serve`; this page comes back by itself when it can.'
const REFUSED = 'This link is no longer valid: the server was started anew. Open the address that `winnow serve` printed last.'

/** What the connection needs of its page; tests give their own. */
export interface BrowserPage {
  location: { protocol: string; host: string }
  WebSocket: typeof WebSocket
  fetch: typeof fetch
}

/** Talks to the browser host over a WebSocket, opening a new one with growing pauses whenever it closes. */
export function connectBrowser(page: BrowserPage = window): HostConnection {
  const holder = createStateHolder()
  const { protocol, host } = page.location
  const url = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rpc`
  let socket: WebSocket
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let isClosed = false

  const open = (): void => {
    socket = new page.WebSocket(url)
    const api: Api = createORPCClient(new RPCLink({ websocket: socket }))
    socket.addEventListener('open', () => {
      attempt = 0
      holder.set({ kind: 'ready', api })
    })
    socket.addEventListener('close', () => void again())
  }
  const again = async (): Promise<void> => {
    if (isClosed) return
    timer = setTimeout(open, backoff(attempt++))
    const reason = await whyClosed(page)
    if (!isClosed && socket.readyState !== page.WebSocket.OPEN) holder.set({ kind: 'lost', reason })
  }

  open()
  return {
    get state() {
      return holder.state
    },
    subscribe: holder.subscribe,
    close() {
      isClosed = true
      clearTimeout(timer)
      socket.close()
    },
  }
}

/** A closed WebSocket never says why; whether the server refuses this page, a plain request can tell. */
async function whyClosed(page: BrowserPage): Promise<string> {
  const answer = await page.fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  return answer?.status === 403 ? REFUSED : STOPPED
}
