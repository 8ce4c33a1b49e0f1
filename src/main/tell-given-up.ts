import { app, type BrowserWindow, dialog } from 'electron'

/** Asks what to do about an engine that keeps dying: try once more, or quit. */
export async function tellGivenUp(window: BrowserWindow, restart: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The engine of Winnow keeps stopping.',
    detail: 'It was restarted five times within a minute. Everything decided so far is saved in the workspace.',
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) restart()
  else app.quit()
}
