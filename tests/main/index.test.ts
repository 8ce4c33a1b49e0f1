import { expect, it, vi } from 'vitest'

const whenReady = vi.fn(() => new Promise<void>(() => {}))
const registerSchemesAsPrivileged = vi.fn()

vi.mock('electron', () => ({
  app: { whenReady, on: () => {}, requestSingleInstanceLock: () => true },
  protocol: { registerSchemesAsPrivileged },
  BrowserWindow: { getAllWindows: () => [] },
}))

// Electron becomes ready only after the entry module has run to its end, so the module must not wait for it at its top level.
it('runs to its end while Electron is not ready, with the scheme registered before', async () => {
  await import('../../src/main/index.ts')
  expect(registerSchemesAsPrivileged).toHaveBeenCalledOnce()
  expect(whenReady).toHaveBeenCalledOnce()
})
