import { app, BrowserWindow } from 'electron'

/** One Winnow a person: a second start brings the first to the front and ends. False in that second one. */
export function claimSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  return true
}
