import { app, type BrowserWindow, Menu } from 'electron'
import type { Command } from '../preload/bridge.ts'
import { CHANNELS } from '../preload/channels.ts'
import type { EngineFacts } from './engine-message.ts'
import { menuTemplate } from './menu-template.ts'

/** Draws the menu and brings the system's own list of recent documents up to date. */
export function showMenu(window: BrowserWindow, recent: EngineFacts['recent']): void {
  const send = (command: Command): void => {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.command, command)
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, isPackaged: app.isPackaged, recent, send })))
  const [newest] = recent
  if (newest) app.addRecentDocument(newest.path)
}

/** Opens what the system hands over: a file dropped on the icon, or a recent workspace. */
export function openWhatTheSystemHands(window: BrowserWindow, isWorkspace: (path: string) => boolean): void {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (window.isDestroyed()) return
    const command: Command = isWorkspace(path) ? { name: 'switch-workspace', path } : { name: 'open-source', path }
    window.webContents.send(CHANNELS.command, command)
  })
}
