import { defineConfig } from 'vitest/config'

/** `npm run bench`: figures, not assertions, so it is no part of `npm test`. One at a time: they share the machine. */
export default defineConfig({
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    testTimeout: 2_400_000,
    pool: 'forks',
    fileParallelism: false,
    globalSetup: './scripts/ensure-built.mjs',
  },
})
