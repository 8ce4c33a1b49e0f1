import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { findElectron } from '../../scripts/find-electron.mjs'
import { isolatedEnv } from './winnow-server.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const electron = await findElectron({ fetchMissing: false })

/** A desktop Winnow: the application, its window's page, and how to start it again on the same folder. */
export interface Desktop {
  app: ElectronApplication
  page: Page
}

/** What desktop journeys are given. */
interface DesktopFixtures {
  /** Holds the workspace, the settings and Electron's own data of one test. */
  folder: string
  /** Starts Winnow; whatever is still open when the test ends is closed. */
  launch: () => Promise<Desktop>
}

/** Playwright's `test` over real Electron. Where it cannot run every test is skipped with the reason. */
export const test = base.extend<DesktopFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern.
  folder: async ({}, use) => {
    test.skip(electron.problem !== undefined, `Electron cannot run here: ${electron.problem}`)
    const folder = await mkdtemp(join(tmpdir(), 'winnow-desktop-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ folder }, use) => {
    const started: ElectronApplication[] = []
    await use(async () => {
      const desktop = await launchIn(folder)
      started.push(desktop.app)
      return desktop
    })
    for (const app of started) await app.close().catch(() => undefined)
  },
})

async function launchIn(folder: string): Promise<Desktop> {
  const { binary, args = [] } = electron
  if (!binary) throw new Error('there is no Electron to launch')
  const app = await _electron.launch({
    executablePath: binary,
    args: [...args, ROOT, `--user-data-dir=${join(folder, 'electron')}`, '--workspace', join(folder, 'workspace')],
    env: isolatedEnv(folder) as Record<string, string>,
  })
  return { app, page: await app.firstWindow() }
}

export { expect }
