import { defineConfig } from '@playwright/test'

/** The desktop, driven through Playwright's Electron door; skipped with the reason where Electron cannot run. */
export default defineConfig({
  testDir: 'tests/electron-e2e',
  outputDir: 'out/test-results-electron',
  globalSetup: './scripts/ensure-built.mjs',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  use: { trace: 'retain-on-failure' },
})
