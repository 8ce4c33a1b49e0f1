import { defineConfig } from '@playwright/test'
import { ensureChromium } from './scripts/find-chromium.mjs'

const DAY = 'review-day.spec.ts'

/** Journeys through the real page in a real Chromium, over the browser host. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results',
  globalSetup: './scripts/ensure-built.mjs',
  fullyParallel: true,
  // The day measures how soon the next example stands there, and is run by itself.
  projects: [
    { name: 'journeys', testIgnore: DAY },
    { name: 'day', testMatch: DAY, workers: 1 },
  ],
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  // Never reached where the suite has the machine to itself; a build beside it must not fail it.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Without its film, which costs more than the journeys where no graphics card draws.
    trace: { mode: 'retain-on-failure', screenshots: false },
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
