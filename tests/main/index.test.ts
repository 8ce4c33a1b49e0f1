import { expect, it, vi } from 'vitest'

const calls: string[] = []
let becomeReady: () => void = () => {}

vi.mock('electron', () => ({
  app: {
    whenReady: () =>
      new Promise<void>((resolve) => {
        becomeReady = resolve
      }),
  },
}))
vi.mock('../../src/main/app-protocol.ts', () => ({
  registerAppScheme: () => calls.push('scheme'),
  serveAppProtocol: () => calls.push('protocol'),
}))
vi.mock('../../src/main/harden.ts', () => ({ hardenEveryPage: () => calls.push('harden') }))
vi.mock('../../src/main/single-instance.ts', () => ({ claimSingleInstance: () => true }))
vi.mock('../../src/main/desktop.ts', () => ({ createDesktop: () => calls.push('desktop') }))

// Electron becomes ready only after the entry module has run to its end, so the module must not wait for it at its top level.
it('runs to its end before Electron is ready, and opens the desktop afterwards', async () => {
  await import('../../src/main/index.ts')
  expect(calls).toEqual(['scheme', 'harden'])
  becomeReady()
  await vi.waitFor(() => expect(calls).toEqual(['scheme', 'harden', 'protocol', 'desktop']))
})
