import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Builds the real measure worker into a temporary folder and gives its address. */
export async function buildWorker(): Promise<URL> {
  const outDir = await mkdtemp(join(tmpdir(), 'winnow-worker-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, '../../src/core/measure/worker.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'measure-worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return pathToFileURL(join(outDir, 'measure-worker.mjs'))
}
