/** Whether Winnow can run as a desktop application here, and if not, why: one clause of a sentence. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PROBE_MS = 4_000
const FETCH_MS = 10 * 60_000
const VERSION_MS = 20_000

/** `{ binary, args }` of an Electron that starts, or `{ problem }`. Fetches the binary once where it is missing and can be had. */
export async function findElectron({ fetchMissing = true } = {}) {
  if (!hasDisplay()) return { problem: 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)' }
  const binary = binaryPath() ?? (fetchMissing ? await fetchBinary() : null)
  if (!binary) return { problem: 'the Electron runtime is not installed and could not be fetched' }
  // Chromium refuses to run as root inside its sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const trial = spawnSync(binary, [...args, '--version'], { timeout: VERSION_MS, encoding: 'utf8' })
  if (trial.status === 0) return { binary, args }
  const detail = (trial.stderr || trial.error?.message || '').trim().split('\n').at(-1)
  return { problem: `the Electron runtime does not start here${detail ? ` (${detail})` : ''}` }
}

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

const electronDir = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** Read from Electron's own note: importing its package would start a download. */
function binaryPath() {
  const note = join(electronDir(), 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : null
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const path = override ? join(override, name ?? 'electron') : name && join(electronDir(), 'dist', name)
  return path && existsSync(path) ? path : null
}

async function fetchBinary() {
  if (!(await canFetch())) return null
  process.stderr.write('winnow: fetching the Electron runtime, once\n')
  spawnSync(process.execPath, [join(electronDir(), 'install.js')], { timeout: FETCH_MS, stdio: ['ignore', 2, 2] })
  return binaryPath()
}

/** A firewall that swallows packets would hold the download for minutes; a plain request tells in seconds. */
async function canFetch() {
  const { ELECTRON_MIRROR, ELECTRON_SKIP_BINARY_DOWNLOAD, npm_config_electron_mirror } = process.env
  if (ELECTRON_SKIP_BINARY_DOWNLOAD) return false
  const from = ELECTRON_MIRROR ?? npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases'
  return fetch(from, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) }).then(
    () => true,
    () => false,
  )
}
