import { isAbsolute, relative } from 'node:path'
import { type BrowserWindow, shell } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../preload/channels.ts'
import { handle } from './handle.ts'

/** True for a folder an export was written to, and for what lies in it. */
export function isInExport(path: string, exports: readonly string[]): boolean {
  return isAbsolute(path) && exports.some((out) => isWithin(out, path))
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..'
}

/** Lets the page show exports, and nothing else of this machine, in the file manager. */
export function offerReveal(window: BrowserWindow, exportsNow: () => readonly string[]): void {
  handle(window, CHANNELS.reveal, z.string().max(4096), (path) => {
    const isAllowed = isInExport(path, exportsNow())
    if (isAllowed) shell.showItemInFolder(path)
    return isAllowed
  })
}
