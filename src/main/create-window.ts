import { fileURLToPath } from 'node:url'
import { BrowserWindow, screen } from 'electron'
import { PAGE } from './harden.ts'
import { SMALLEST, startingBounds } from './window-bounds.ts'
import { recallWindow, rememberWindow } from './window-memory.ts'

/** The page's own dark background, so that nothing flashes before it is drawn. */
const BACKGROUND = '#0e1116'

/** Opens the window where it was left, with nothing of Node in reach of its page. */
export function createWindow(): BrowserWindow {
  const remembered = recallWindow()
  const window = new BrowserWindow({
    ...startingBounds(
      remembered,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Winnow',
    backgroundColor: BACKGROUND,
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // A spell checker would fetch dictionaries.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (remembered?.isMaximized) window.maximize()
    window.show()
  })
  rememberWindow(window)
  window.loadURL(PAGE).catch((error: unknown) => console.error(`The page did not load: ${error}`))
  return window
}
