import { spawn } from 'node:child_process'
import type { Terminal } from './terminal.ts'

/** The program that opens an address, or null where nobody would see it. */
export function browserCommand({ platform, env }: Pick<Terminal, 'platform' | 'env'>, url: string): [string, string[]] | null {
  if (platform === 'darwin') return ['open', [url]]
  // `start` is a shell built-in, and & in an address would end the command; ours has none.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', [url]] : null
}

/** Opens the person's browser. Failing is silent: the address is printed anyway. */
export function openInBrowser(url: string, terminal: Pick<Terminal, 'platform' | 'env'>): void {
  const command = browserCommand(terminal, url)
  if (!command) return
  const child = spawn(command[0], command[1], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
