import { app } from 'electron'
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts'
import { createDesktop } from './desktop.ts'
import { hardenEveryPage } from './harden.ts'
import { claimSingleInstance } from './single-instance.ts'

registerAppScheme()
hardenEveryPage()
if (claimSingleInstance()) {
  // Not awaited at the top level: Electron becomes ready only after this module has run to its end (electron/electron#40719).
  app
    .whenReady()
    .then(serveAppProtocol)
    .then(createDesktop)
    .catch((error: unknown) => {
      console.error(error)
      app.exit(1)
    })
}
