/** Builds `out/` when it is missing or older than what it is built from. One build at a time, whoever asks. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'out')
const NEXT = join(OUT, 'next')
const PARTS = ['main', 'preload', 'renderer']
const STAMP = join(OUT, '.built-from')
const LOCK = join(OUT, '.building')
/** No build takes this long. */
const LONGEST_BUILD_MS = 10 * 60_000
/** Writing the id into a new lock takes no time at all. */
const EMPTY_LOCK_MS = 10_000
const BUILT_FROM = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']

/** Builds when needed; progress goes to stderr, so that stdout stays the command's own. Throws when the build fails. */
export async function ensureBuilt() {
  if (isFresh()) return
  await withLock(() => {
    if (!isFresh()) build()
  })
}

/** Test runners take their global setup from a default export. */
export default ensureBuilt

/** Builds whatever the state. */
export async function rebuild() {
  await withLock(build)
}

function isFresh() {
  return readOrNull(STAMP) === fingerprint()
}

function build() {
  // Taken before the build: a file saved while it runs makes the next run build again.
  const from = fingerprint()
  process.stderr.write('winnow: building\n')
  const electronVite = join(dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')
  const env = { ...process.env, WINNOW_OUT: NEXT }
  const result = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 2, 2], env })
  if (result.status !== 0) throw new Error('winnow: the build failed; the reason is above')
  takeIntoUse()
  writeFileSync(STAMP, from)
}

/** Swaps whole folders: a Winnow that runs meanwhile never meets half a build. */
function takeIntoUse() {
  const old = join(OUT, 'old')
  rmSync(old, { recursive: true, force: true })
  mkdirSync(old)
  for (const part of PARTS) {
    if (existsSync(join(OUT, part))) renameSync(join(OUT, part), join(old, part))
    renameSync(join(NEXT, part), join(OUT, part))
  }
  rmSync(old, { recursive: true, force: true })
  rmSync(NEXT, { recursive: true, force: true })
}

/** Names, sizes and times of everything that is built from: cheap, and it notices deleted and replaced files too. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of BUILT_FROM.flatMap((entry) => filesUnder(join(ROOT, entry))).sort()) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}

async function withLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true })
  while (!takeLock()) await pause(200)
  try {
    work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** False while another living process builds; what a killed one left behind is taken over. */
function takeLock() {
  try {
    const file = openSync(LOCK, 'wx')
    writeFileSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isStale()) rmSync(LOCK, { force: true })
    return false
  }
}

/** Left behind by a process that is gone, or that was killed before it wrote its id; an id used anew must not keep others waiting for ever. */
function isStale() {
  const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  const holder = Number(readOrNull(LOCK))
  return holder > 0 ? !isAlive(holder) || age > LONGEST_BUILD_MS : age > EMPTY_LOCK_MS
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
