import { type BrowserWindow, MessageChannelMain } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../preload/channels.ts'
import type { EngineHost } from './engine-host.ts'
import { handle } from './handle.ts'

/** Answers the page's request for the engine: one end of a new channel to each. While there is no engine the page is told so. */
export function handOverPorts(window: BrowserWindow, engine: EngineHost): void {
  handle(window, CHANNELS.requestPort, z.undefined(), () => {
    if (engine.state?.kind === 'lost') {
      window.webContents.send(CHANNELS.engine, engine.state)
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    engine.handPort(port1)
    window.webContents.mainFrame.postMessage(CHANNELS.port, null, [port2])
  })
}
