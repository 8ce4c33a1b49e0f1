import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import manifest from './package.json' with { type: 'json' }

const at = (path: string): string => resolve(import.meta.dirname, path)

/** A build goes beside the one in use and takes its place when it is whole: scripts/ensure-built.mjs. */
const OUT = process.env.WINNOW_OUT ?? 'out'

/** Monaco is one large lazy chunk; only what outgrows it is worth a warning. */
const MONACO_KB = 4_000

/** Packages with binaries of their own stay outside. All others go into the build: hundreds of small files take a third of a command's time to load. */
const NATIVE = ['@duckdb/node-api', '@photostructure/sqlite']
const bundled = Object.keys(manifest.dependencies).filter((name) => !NATIVE.includes(name))

/** One build for every host: Electron's main and engine, the terminal, the browser host's server, and the one page. */
export default defineConfig({
  main: {
    build: {
      outDir: `${OUT}/main`,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          engine: at('src/main/engine.ts'),
          winnow: at('src/cli/index.ts'),
          'measure-worker': at('src/core/measure/worker.ts'),
          'read-worker': at('src/core/source/read-worker.ts'),
          'export-worker': at('src/core/workbench/exporting/threads/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${OUT}/preload`,
      rollupOptions: { input: { index: at('src/preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: at(`${OUT}/renderer`),
      minify: true,
      // The page's CSP allows fonts from files only, never from data: addresses.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: MONACO_KB,
      target: 'chrome120',
      rollupOptions: { input: at('src/renderer/index.html') },
    },
  },
})
