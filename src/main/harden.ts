import { app } from 'electron'
import { isPageAddress, pageAddress } from './page-address.ts'

const DEVELOPMENT_URL = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** The address of the page in this run. */
export const PAGE = pageAddress(DEVELOPMENT_URL)

/** Holds every page there will ever be to its own origin: no way out, no new windows, no embedded pages, no permissions. */
export function hardenEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', stayHome)
    contents.on('will-redirect', stayHome)
  })
  app.on('session-created', (created) => {
    // Copying is the one thing the page asks the browser for; reading the clipboard stays refused.
    created.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'clipboard-sanitized-write'))
    created.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  })
}

function stayHome(event: { url: string; preventDefault(): void }): void {
  if (!isPageAddress(event.url, PAGE)) event.preventDefault()
}
