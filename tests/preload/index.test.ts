import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Bridge, PORT_MESSAGE } from '../../src/preload/bridge.ts'
import { CHANNELS } from '../../src/preload/channels.ts'

type Listener = (event: unknown, payload?: unknown) => void

const { electron, exposed, listeners } = vi.hoisted(() => {
  const exposed = new Map<string, unknown>()
  const listeners = new Map<string, Set<(event: unknown, payload?: unknown) => void>>()
  return {
    exposed,
    listeners,
    electron: {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
      ipcRenderer: {
        on: (channel: string, listener: Listener) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
        off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
        invoke: vi.fn(async () => null),
      },
      webUtils: { getPathForFile: (file: { name: string }) => `/dropped/${file.name}` },
    },
  }
})
vi.mock('electron', () => electron)

const postMessage = vi.fn()
vi.stubGlobal('window', { postMessage, location: { origin: 'winnow://app' } })
await import('../../src/preload/index.ts')

const bridge = exposed.get('winnow') as Bridge
const emit = (channel: string, event: unknown, payload?: unknown) => {
  for (const listener of listeners.get(channel) ?? []) listener(event, payload)
}

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the bridge', () => {
  it('is all the page gets, and holds no raw channel', () => {
    expect([...exposed.keys()]).toEqual(['winnow'])
    expect(Object.keys(bridge).sort()).toEqual([
      'onCommand',
      'onEngine',
      'openDialog',
      'pathOfFile',
      'requestPort',
      'revealInFolder',
      'saveDialog',
      'saveToken',
    ])
  })

  it('asks main over the channels they share', async () => {
    bridge.requestPort()
    await bridge.openDialog('folder')
    await bridge.saveDialog({ kind: 'file', path: 'x.csv' })
    await bridge.revealInFolder('/out')
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([
      [CHANNELS.requestPort],
      [CHANNELS.openDialog, 'folder'],
      [CHANNELS.saveDialog, { kind: 'file', path: 'x.csv' }],
      [CHANNELS.reveal, '/out'],
    ])
  })

  it('passes the port on to its own window and origin only', () => {
    const port = {}
    emit(CHANNELS.port, { ports: [port], sender: 'secret' })
    expect(postMessage).toHaveBeenCalledExactlyOnceWith(PORT_MESSAGE, 'winnow://app', [port])
  })

  it('hands on what was said and never the event, until nobody listens', () => {
    const heard = vi.fn()
    const forget = bridge.onCommand(heard)
    emit(CHANNELS.command, { sender: 'secret' }, { name: 'undo' })
    forget()
    emit(CHANNELS.command, {}, { name: 'undo' })
    expect(heard.mock.calls).toEqual([[{ name: 'undo' }]])
  })

  it('tells the path of a dropped file', () => expect(bridge.pathOfFile({ name: 'a.parquet' } as File)).toBe('/dropped/a.parquet'))
})
