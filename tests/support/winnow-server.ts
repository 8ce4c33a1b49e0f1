import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const WINNOW = resolve(import.meta.dirname, '../../out/main/winnow.js')

/** A `winnow serve` of its own: own workspace, own settings, own free port. */
export interface WinnowServer {
  /** The address with its one-time token. */
  url: string
  port: number
  /** Of the process. */
  pid: number
  folder: string
  workspace: string
  /** Stops the server as Ctrl-C does and answers its exit code; the folder stays, so that another can be started on it. */
  stop(): Promise<number | null>
}

/** Environment in which Winnow keeps everything below one folder. */
export function isolatedEnv(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    LOCALAPPDATA: join(folder, 'data'),
    APPDATA: join(folder, 'config'),
  }
}

/**
 * Starts the built browser host. Without a folder it gets a fresh one, which `removeFolder` takes away; without a port, a free one of
 * its own. Never the default port: a host that starts anew beside a page of another test would be taken for that page's own.
 * `environment` goes over what is set here: HF_ENDPOINT and the like.
 */
export async function startWinnow(given?: string, port?: number, environment: NodeJS.ProcessEnv = {}): Promise<WinnowServer> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'winnow-')))
  const workspace = join(folder, 'workspace')
  const args = [WINNOW, 'serve', '--no-open', '--json', '--workspace', workspace, '--port', String(port ?? 0)]
  const env = { ...isolatedEnv(folder), ...environment }
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const { url } = JSON.parse(await firstLine(child)) as { url: string }
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? Number.NaN,
    folder,
    workspace,
    async stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Takes a server's folder away once nothing uses it. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((line, reject) => {
    let text = ''
    stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n')) line(text.slice(0, text.indexOf('\n')))
    })
    stdout?.once('end', () => reject(new Error(`winnow serve ended before it printed its address: ${text}`)))
  })
}
