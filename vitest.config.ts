import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Unit and contract tests; the browser journeys are Playwright's. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Many tests wait for a child process, a thread or a pause of the network: with one worker, the default on two cores, nothing runs meanwhile.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: './scripts/ensure-built.mjs',
  },
})
