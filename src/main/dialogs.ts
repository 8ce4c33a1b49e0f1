import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../preload/channels.ts'
import { handle } from './handle.ts'

const openKind = z.enum(['folder', 'file', 'workspace', 'pack'])
const saveRequest = z.object({ kind: z.enum(['folder', 'file']), path: z.string().max(4096) })

/** What can be read, as the system's dialog filters it. */
const READABLE = ['parquet', 'jsonl', 'gz', 'json', 'traj']

const OPEN: Record<z.infer<typeof openKind>, OpenDialogOptions> = {
  folder: { title: 'Open a folder of traces', properties: ['openDirectory'] },
  file: {
    title: 'Open a file of traces',
    properties: ['openFile'],
    filters: [
      { name: 'Traces', extensions: READABLE },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  pack: {
    title: 'Open a review pack',
    properties: ['openFile'],
    filters: [
      { name: 'Review packs', extensions: ['winnow-pack'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  workspace: { title: 'Open or make a workspace', properties: ['openDirectory', 'createDirectory', 'promptToCreate'] },
}

/** Offers the system's dialogs to the page of `window`. */
export function offerDialogs(window: BrowserWindow): void {
  handle(window, CHANNELS.openDialog, openKind, async (kind) => {
    const { filePaths } = await dialog.showOpenDialog(window, OPEN[kind])
    return filePaths[0] ?? null
  })
  handle(window, CHANNELS.saveDialog, saveRequest, async ({ kind, path }) => {
    if (kind === 'file') return (await dialog.showSaveDialog(window, { defaultPath: path })).filePath || null
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: 'Choose where to write',
      defaultPath: path,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    })
    return filePaths[0] ?? null
  })
}
