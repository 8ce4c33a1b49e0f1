import { defineConfig } from 'vitest/config'

/** Unit and contract tests; the browser journeys are Playwright's. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    globalSetup: './scripts/ensure-built.mjs',
  },
})
