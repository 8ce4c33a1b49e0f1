import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { type WindowState, windowState } from './window-bounds.ts'

const memoryFile = (): string => join(app.getPath('userData'), 'window.json')

/** The window as it was when it was last closed; null when nothing usable is remembered. */
export function recallWindow(): WindowState | null {
  try {
    return windowState.safeParse(JSON.parse(readFileSync(memoryFile(), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Remembers a window whenever it closes. A disk that refuses costs the place of a window and nothing else. */
export function rememberWindow(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    try {
      writeFileSync(`${memoryFile()}.new`, JSON.stringify(state))
      renameSync(`${memoryFile()}.new`, memoryFile())
    } catch {}
  })
}
