import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { type EngineState, PORT_MESSAGE } from '../../../src/preload/bridge.ts'
import { connectDesktop } from '../../../src/renderer/api/connect-desktop.ts'
import type { HostConnection } from '../../../src/renderer/api/host-connection.ts'

/** The page's window as far as the connection knows it, with a desktop behind it. */
function build() {
  const page = new EventTarget()
  const engineListeners = new Set<(state: EngineState) => void>()
  const ports: MessagePort[] = []
  let requests = 0
  const bridge = {
    requestPort: () => {
      requests++
    },
    onEngine: (listener: (state: EngineState) => void) => {
      engineListeners.add(listener)
      return () => engineListeners.delete(listener)
    },
  }
  const connection = connectDesktop(bridge, page as unknown as Window)
  return {
    connection,
    engineListeners,
    requests: () => requests,
    say: (state: EngineState) => {
      for (const listener of engineListeners) listener(state)
    },
    /** A window message with a port, from this window unless told otherwise. */
    deliver: (message: { source?: unknown; data?: unknown } = {}) => {
      const { port1, port2 } = new MessageChannel()
      ports.push(port1)
      page.dispatchEvent(Object.assign(new Event('message'), { source: page, data: PORT_MESSAGE, ports: [port2], ...message }))
    },
    closePorts: () => {
      for (const port of ports) port.close()
    },
  }
}

let close: (() => void)[] = []
afterEach(() => {
  for (const end of close) end()
  close = []
})

function started() {
  const desktop = build()
  close.push(desktop.connection.close, desktop.closePorts)
  return desktop
}

function apiOf({ state }: HostConnection): unknown {
  if (state.kind !== 'ready') throw new Error(`the connection is ${state.kind}`)
  return state.api
}

describe('the connection to the desktop', () => {
  it('asks for a port at once and is ready when it comes', () => {
    const { connection, requests, deliver } = started()
    expect(connection.state).toEqual({ kind: 'connecting' })
    expect(requests()).toBe(1)
    deliver()
    expect(connection.state.kind).toBe('ready')
  })

  it('takes a port only from its own window, and only as the bridge sends it', () => {
    const { connection, deliver } = started()
    deliver({ source: {} })
    deliver({ data: 'something else' })
    expect(connection.state.kind).toBe('connecting')
  })

  it('says why the engine went, asks for a port when it is back, and makes a new client', () => {
    const { connection, requests, deliver, say } = started()
    deliver()
    const first = apiOf(connection)
    say({ kind: 'lost', reason: 'It stopped.', willRestart: true })
    expect(connection.state).toEqual({ kind: 'lost', reason: 'It stopped.' })
    say({ kind: 'ready' })
    expect(requests()).toBe(2)
    deliver()
    expect(apiOf(connection)).not.toBe(first)
  })

  it('tells those who watch, once a change, until they leave', () => {
    const { connection, deliver } = started()
    let changes = 0
    const leave = connection.subscribe(() => changes++)
    deliver()
    leave()
    deliver()
    expect(changes).toBe(1)
  })

  it('hears nothing more once closed', () => {
    const { connection, deliver, engineListeners } = started()
    connection.close()
    deliver()
    expect(connection.state.kind).toBe('connecting')
    expect(engineListeners.size).toBe(0)
  })
})
