import { defineConfig } from '@playwright/test'
import { ensureChromium } from './scripts/find-chromium.mjs'

/** Journeys through the real page in a real Chromium, over the browser host. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results',
  globalSetup: './scripts/ensure-built.mjs',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: ensureChromium(),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
