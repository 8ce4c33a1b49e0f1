/** Finds the Chromium the end-to-end tests drive, installing one where there is none. `node scripts/find-chromium.mjs` prints it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLACES = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    process.env[variable] ? [join(process.env[variable], 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
}
const INSTALL_MS = 5 * 60_000

/** The path of a Chromium on this machine, or null. `CHROMIUM_PATH` wins over everything found. */
export function findChromium() {
  const wished = process.env.CHROMIUM_PATH
  if (wished) {
    if (existsSync(wished)) return wished
    throw new Error(`CHROMIUM_PATH names ${wished}, which does not exist. Correct it, or unset it to have one found.`)
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [chromium.executablePath(), ...(PLACES[process.platform] ?? onPath)].find((path) => path && existsSync(path)) ?? null
}

/** A Chromium, installed if need be: Playwright's own, else the distribution's. Throws saying exactly what to install. */
export function ensureChromium() {
  return findChromium() ?? installWith(playwrightInstall) ?? installWith(aptInstall) ?? giveUp()
}

function installWith(install) {
  install()
  return findChromium()
}

function playwrightInstall() {
  process.stderr.write("winnow: no Chromium found; trying Playwright's own\n")
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  // Behind a firewall that swallows packets every mirror would be waited for; five seconds each is enough.
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' }
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { timeout: INSTALL_MS, stdio: 'ignore', env })
}

function aptInstall() {
  if (process.platform !== 'linux' || run('apt-get', ['--version']) !== 0) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && run('sudo', ['-n', 'true']) !== 0) return
  process.stderr.write("winnow: trying the distribution's Chromium\n")
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
    return run(command, rest)
  }
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
}

function run(command, args) {
  return spawnSync(command, args, { timeout: INSTALL_MS, stdio: 'ignore' }).status
}

function giveUp() {
  throw new Error(
    [
      'The end-to-end tests need a Chromium, none was found and none could be installed. Any one of these will do:',
      '  apt-get install -y --no-install-recommends chromium fonts-liberation    (Debian, Ubuntu; as root)',
      '  npx playwright install --with-deps chromium                             (any system that reaches the internet)',
      '  CHROMIUM_PATH=/path/to/chromium npm test                                (one you have)',
    ].join('\n'),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
