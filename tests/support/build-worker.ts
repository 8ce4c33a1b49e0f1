import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** The worker with the checks of planted-checks.ts among its own. */
export const PLANTED_WORKER = resolve(import.meta.dirname, 'planted-worker.ts')

/** Builds a measure worker, the real one unless another is named, into a temporary folder and gives its address. */
export async function buildWorker(entry = resolve(import.meta.dirname, '../../src/core/measure/worker.ts')): Promise<URL> {
  const outDir = await mkdtemp(join(tmpdir(), 'winnow-worker-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'measure-worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return pathToFileURL(join(outDir, 'measure-worker.mjs'))
}
