import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { isolatedEnv } from './winnow-server.ts'

/** The terminal host as built. */
export const WINNOW = resolve(import.meta.dirname, '../../out/main/winnow.js')

/** What one run of the terminal host left behind. */
export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** How a run is made; `folder` holds its settings and what it writes, and is where it stands. */
export interface RunOptions {
  folder: string
  /** Called with everything printed so far, and a way to press Ctrl-C. */
  onOutput?: (printed: { stdout: string; stderr: string }, interrupt: () => void) => void
}

/** Runs the built `winnow` to its end, whatever that is, with nothing of this machine's settings. */
export function startCommand(args: string[], { folder, onOutput }: RunOptions): Promise<Run> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [WINNOW, ...args], { cwd: folder, env: isolatedEnv(folder), stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        printed[name] += chunk
        onOutput?.(printed, () => child.kill('SIGINT'))
      })
    }
    child.once('error', reject)
    child.once('close', (code) => done({ code, ...printed }))
  })
}

/** Runs with `--json` and gives the one value on stdout; throws with what was said when the run failed. */
export async function commandJson<T>(args: string[], options: RunOptions): Promise<T> {
  const { code, stdout, stderr } = await startCommand([...args, '--json'], options)
  if (code !== 0) throw new Error(`winnow ${args.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}
