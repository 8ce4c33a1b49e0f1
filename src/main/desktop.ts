import { join, resolve } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { CHANNELS } from '../preload/channels.ts'
import { createWindow } from './create-window.ts'
import { offerDialogs } from './dialogs.ts'
import { createEngineHost, type EngineHost } from './engine-host.ts'
import type { EngineFacts } from './engine-message.ts'
import { forkEngine, workspaceArgument } from './fork-engine.ts'
import { handOverPorts } from './hand-over-port.ts'
import { openWhatTheSystemHands, showMenu } from './menu.ts'
import { offerToken } from './offer-token.ts'
import { offerReveal } from './reveal.ts'
import { tellGivenUp } from './tell-given-up.ts'
import { createTokenKeeper } from './token-keeper.ts'

/** Opens the one window and starts the engine behind it. Closing the window ends Winnow, the engine first. */
export function createDesktop(): void {
  let facts: EngineFacts = { workspace: '', recent: [], exports: [] }
  const window = createWindow()
  const keeper = createTokenKeeper(join(app.getPath('userData'), 'hub-token'))
  const asked = workspaceArgument(process.argv)
  const engine = createEngineHost({
    // After the first start the workspace in use is kept, also when it was switched since.
    fork: () => forkEngine(facts.workspace || (asked === null ? null : resolve(asked))),
    onState: (state) => window.isDestroyed() || window.webContents.send(CHANNELS.engine, state),
    onFacts: (next) => {
      facts = next
      if (!window.isDestroyed()) showMenu(window, next.recent)
    },
    onGiveUp: () => tellGivenUp(window, engine.restart).catch(app.quit),
    now: () => performance.now(),
    token: keeper.read,
  })
  showMenu(window, [])
  handOverPorts(window, engine)
  offerDialogs(window)
  offerReveal(window, () => facts.exports)
  offerToken(window, keeper, engine.tellToken)
  openWhatTheSystemHands(window, (path) => facts.recent.some((recent) => recent.path === path))
  quitInOrder(window, engine)
}

function quitInOrder(window: BrowserWindow, engine: EngineHost): void {
  let isClosed = false
  window.once('closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    const leave = (): void => {
      isClosed = true
      app.quit()
    }
    engine.close().then(leave, leave)
  })
}
