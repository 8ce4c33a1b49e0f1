import { app } from 'electron'
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts'
import { createDesktop } from './desktop.ts'
import { hardenEveryPage } from './harden.ts'
import { claimSingleInstance } from './single-instance.ts'

registerAppScheme()
hardenEveryPage()
if (claimSingleInstance()) {
  await app.whenReady()
  serveAppProtocol()
  createDesktop()
}
