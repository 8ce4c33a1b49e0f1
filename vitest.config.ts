import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that put something in the place of a module (Electron) or into one (checks): each needs modules of its own. */
const ALONE = [
  ...['tests/main/**/*.test.ts', 'tests/preload/**/*.test.ts'],
  ...['tests/core/measure/pool/*.test.ts', 'tests/core/workbench/check-faults.test.ts'],
]

/** Unit and contract tests; the browser journeys are Playwright's. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Many tests wait for a child process, a thread or a pause of the network: with one worker a core, a third of the machine idles meanwhile, and with one more still a quarter.
    maxWorkers: availableParallelism() + 2,
    globalSetup: './scripts/ensure-built.mjs',
    projects: [
      // Loading modules anew for each of hundreds of files cost more than most of them.
      { extends: true, test: { name: 'shared', include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
