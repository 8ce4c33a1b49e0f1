/**
 * `npm start`: opens Winnow on the bundled sample, as a desktop application where Electron can run, else in the browser.
 * `npm start -- --browser` goes straight to the browser; everything else is passed on (`--workspace DIR`, `--port N`).
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './ensure-built.mjs'
import { findElectron } from './find-electron.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
// npm runs scripts from the project's root; paths on the command line are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
const wished = process.argv.slice(2)
const args = wished.filter((arg) => arg !== '--browser')

await ensureBuilt().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
const electron = wished.includes('--browser') ? { problem: 'you asked for it' } : await findElectron()
if (electron.binary) openDesktop(electron)
else await openBrowserHost(electron.problem)

function openDesktop({ binary, args: needed }) {
  const why = needed.length > 0 ? ' (without its sandbox, since this is root)' : ''
  console.log(`Winnow opens as a desktop application${why}.`)
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(binary, [...needed, ROOT, ...args], { stdio: 'inherit', env })
  // Ctrl-C reaches the window's process too; this one waits for it to end in order.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 0))
}

async function openBrowserHost(problem) {
  console.log(`Winnow opens in the browser, because ${problem}.`)
  const workspace = args.some((arg) => arg.startsWith('--workspace')) ? [] : ['--sample']
  process.argv = [process.argv[0], fileURLToPath(new URL('winnow.mjs', import.meta.url)), 'serve', ...workspace, ...args]
  await import(new URL('../out/main/winnow.js', import.meta.url).href)
}
