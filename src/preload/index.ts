import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { type Bridge, type Command, type EngineState, PORT_MESSAGE } from './bridge.ts'
import { CHANNELS } from './channels.ts'

/** A subscription that hands on the payload and never the event, which would give the page a way to send anything. */
function listen<T>(channel: string, listener: (payload: T) => void): () => void {
  const onMessage = (_event: IpcRendererEvent, payload: T): void => listener(payload)
  ipcRenderer.on(channel, onMessage)
  return () => {
    ipcRenderer.off(channel, onMessage)
  }
}

// A port cannot cross the context bridge; a window message to this very window and origin can carry it.
ipcRenderer.on(CHANNELS.port, (event) => window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]))

contextBridge.exposeInMainWorld('winnow', {
  requestPort: () => {
    // A refusal comes back as the engine's state; there is nobody here to tell.
    ipcRenderer.invoke(CHANNELS.requestPort).catch(() => undefined)
  },
  onEngine: (listener) => listen<EngineState>(CHANNELS.engine, listener),
  openDialog: (kind) => ipcRenderer.invoke(CHANNELS.openDialog, kind),
  saveDialog: (request) => ipcRenderer.invoke(CHANNELS.saveDialog, request),
  pathOfFile: (file) => webUtils.getPathForFile(file),
  onCommand: (listener) => listen<Command>(CHANNELS.command, listener),
  revealInFolder: (path) => ipcRenderer.invoke(CHANNELS.reveal, path),
  saveToken: (token) => ipcRenderer.invoke(CHANNELS.saveToken, token),
} satisfies Bridge)
