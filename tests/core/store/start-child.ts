import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')

/** The child script as one file of JavaScript, which Node can run; inside `node_modules`, so that it finds the native packages. */
export async function bundleChild(): Promise<{ file: string; remove(): void }> {
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'store-child-'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'child.ts'), outDir, rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
  })
  return { file: join(outDir, 'child.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

/** A child that runs until the test ends, with its lines as they come. */
export interface Child {
  pid: number
  /** The next line it says; undefined when it ended. */
  line(): Promise<string | undefined>
  /** kill -9, and wait until it is gone. Gives the lines said until then. */
  kill(): Promise<string[]>
}

/** Starts the bundled child and waits until its workspace is open. */
export async function startChild(file: string, mode: 'hold' | 'write' | 'judge', folder: string): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [file, mode, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (!child.stdout || child.pid === undefined) throw new Error('the child did not start')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string | undefined> => (await lines.next()).value
  const kill = async () => {
    child.kill('SIGKILL')
    const rest: string[] = []
    for (let said = await line(); said !== undefined; said = await line()) rest.push(said)
    if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done))
    return rest
  }
  const first = await line()
  if (first !== 'open') throw new Error(`the child said ${first}`)
  return { pid: child.pid, line, kill }
}
