import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** The child as one file of JavaScript that starts quickly; inside `node_modules`, so that it finds the native packages. */
export async function bundleChild(): Promise<{ file: string; remove(): void }> {
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'kill-child-'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@duckdb/node-api', '@photostructure/sqlite'] },
    build: { ssr: join(import.meta.dirname, 'child.ts'), outDir, rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
  })
  return { file: join(outDir, 'child.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
