import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Bridge, EngineState, PORT_MESSAGE } from '../../preload/bridge.ts'
import type { Api } from './api.ts'
import { createStateHolder, type HostConnection } from './host-connection.ts'

/** Typed from the bridge, so that both sides cannot drift apart. */
const PORT: typeof PORT_MESSAGE = 'winnow:port'

/** Talks to the desktop's engine over a MessagePort; asks for a new one whenever the engine has restarted. */
export function connectDesktop(bridge: Pick<Bridge, 'requestPort' | 'onEngine'>, page: Window = window): HostConnection {
  const holder = createStateHolder()
  let port: MessagePort | null = null

  const drop = (): void => {
    port?.close()
    port = null
  }
  const onMessage = (event: MessageEvent): void => {
    const [arrived] = event.ports
    if (event.source !== page || event.data !== PORT || !arrived) return
    drop()
    port = arrived
    const api: Api = createORPCClient(new RPCLink({ port: arrived }))
    arrived.start()
    holder.set({ kind: 'ready', api })
  }
  const onEngine = (state: EngineState): void => {
    if (state.kind === 'ready') bridge.requestPort()
    else {
      drop()
      holder.set({ kind: 'lost', reason: state.reason })
    }
  }

  page.addEventListener('message', onMessage)
  const forgetEngine = bridge.onEngine(onEngine)
  bridge.requestPort()
  return {
    get state() {
      return holder.state
    },
    subscribe: holder.subscribe,
    close() {
      page.removeEventListener('message', onMessage)
      forgetEngine()
      drop()
    },
  }
}
