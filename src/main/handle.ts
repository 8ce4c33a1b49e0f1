import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { PAGE } from './harden.ts'
import { isPageAddress } from './page-address.ts'

/** True for the top frame of a window of ours that shows our page. */
export function isTrustedSender(
  { senderFrame, sender }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  window: BrowserWindow,
): boolean {
  const isTop = senderFrame !== null && senderFrame.parent === null
  return isTop && sender === window.webContents && isPageAddress(senderFrame.url, PAGE)
}

/**
 * The one way a message of the page reaches main: only from its own window and page, and only with the payload the schema
 * describes. Anything else is refused before it is looked at.
 */
export function handle<T, R>(window: BrowserWindow, channel: string, payload: z.ZodType<T>, work: (payload: T) => R | Promise<R>): void {
  ipcMain.handle(channel, (event, data: unknown) => {
    if (!isTrustedSender(event, window)) throw new Error(`${channel}: refused, the sender is not Winnow's page`)
    return work(payload.parse(data))
  })
  window.once('closed', () => ipcMain.removeHandler(channel))
}
