import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../preload/bridge.ts'

/** What the menu is drawn from. */
export interface MenuContext {
  platform: NodeJS.Platform
  isPackaged: boolean
  recent: readonly { path: string; name: string }[]
  send(command: Command): void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** The whole menu. The page knows the same commands by the same names, and answers their keys itself where the system lets it. */
export function menuTemplate(context: MenuContext): Item[] {
  const isMac = context.platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(context, isMac),
    editMenu(context),
    viewMenu(context),
    { role: 'windowMenu' },
    helpMenu(context),
  ]
}

function fileMenu({ recent, send }: MenuContext, isMac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      { label: 'Open folder…', accelerator: 'CmdOrCtrl+O', click: () => send({ name: 'open-folder' }) },
      { label: 'Open file…', accelerator: 'CmdOrCtrl+Shift+O', click: () => send({ name: 'open-file' }) },
      SEPARATOR,
      { label: 'Open workspace…', click: () => send({ name: 'open-workspace' }) },
      {
        label: 'Recent workspaces',
        enabled: recent.length > 0,
        submenu: recent.map(({ path, name }) => ({
          label: name,
          sublabel: path,
          toolTip: path,
          click: () => send({ name: 'switch-workspace', path }),
        })),
      },
      SEPARATOR,
      { label: 'Export…', accelerator: 'CmdOrCtrl+E', click: () => send({ name: 'export' }) },
      SEPARATOR,
      { role: isMac ? 'close' : 'quit' },
    ],
  }
}

/** Undo is the page's: it takes back a decision, or typing where a person types. The key is shown and left to the page. */
function editMenu({ send }: MenuContext): Item {
  return {
    label: '&Edit',
    submenu: [
      { label: 'Undo', accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, click: () => send({ name: 'undo' }) },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  }
}

function viewMenu({ isPackaged, send }: MenuContext): Item {
  return {
    label: '&View',
    submenu: [
      { label: 'Dark theme', click: () => send({ name: 'theme', theme: 'dark' }) },
      { label: 'Light theme', click: () => send({ name: 'theme', theme: 'light' }) },
      { label: 'Theme of the system', click: () => send({ name: 'theme', theme: 'system' }) },
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(isPackaged ? [] : [SEPARATOR, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
    ],
  }
}

/** A Mac has its About in the application's own menu. */
function helpMenu({ platform, send }: MenuContext): Item {
  const keys: Item = { label: 'Keys', accelerator: 'F1', click: () => send({ name: 'help' }) }
  return { label: '&Help', role: 'help', submenu: platform === 'darwin' ? [keys] : [keys, { role: 'about' }] }
}
