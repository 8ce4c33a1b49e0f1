/** `npm run picture`: docs/winnow.png, the Example screen of the browser host on the bundled sample, drawn by a real Chromium. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureChromium } from './find-chromium.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WINNOW = join(ROOT, 'out', 'main', 'winnow.js')
const PICTURE = join(ROOT, 'docs', 'winnow.png')
const SIZE = { width: 1440, height: 900 }
const MOST_BYTES = 400_000

/** A solved run that edited, failed a test and passed it in the end: everything the screen can show. */
const INTERESTING =
  'edits >= 2 and test_runs >= 2 and failed_calls >= 1 and diff_files >= 1 and tests_after_last_edit == true and resolved == 1'

await ensureBuilt()
const folder = mkdtempSync(join(tmpdir(), 'winnow-picture-'))
const env = { ...process.env, HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config') }
const workspace = ['--workspace', join(folder, 'sample'), '--json']
try {
  run('add', join(ROOT, 'resources', 'sample'))
  const [example] = run('list', '--where', INTERESTING, '--sort', 'diff_files:desc', '--limit', '1')
  if (!example) throw new Error(`no example of the sample is: ${INTERESTING}`)
  const { messages } = run('show', example.id)
  const test = messages.find(({ calls }) => calls.some((call) => call.is_test))
  await withServer((url) => draw(`${url}#/example/${encodeURIComponent(example.id)}/message/${test.index}`))
  process.stdout.write(`${PICTURE}: ${statSync(PICTURE).size.toLocaleString('en')} bytes, ${example.instance_id}\n`)
  if (statSync(PICTURE).size > MOST_BYTES) throw new Error(`the picture is larger than ${MOST_BYTES.toLocaleString('en')} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WINNOW, ...args, ...workspace], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`winnow ${args[0]}: ${stderr}`)
  return JSON.parse(stdout)
}

async function withServer(work) {
  const server = spawn(process.execPath, [WINNOW, 'serve', '--no-open', ...workspace], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => server.once('exit', done))
  try {
    const { url } = JSON.parse(await firstLine(server.stdout))
    await work(url)
  } finally {
    server.kill('SIGINT')
    await ended
  }
}

function firstLine(stream) {
  return new Promise((line, fail) => {
    let text = ''
    stream.setEncoding('utf8').on('data', (piece) => {
      text += piece
      if (text.includes('\n')) line(text.slice(0, text.indexOf('\n')))
    })
    stream.once('end', () => fail(new Error('winnow serve ended before it printed its address')))
  })
}

/** Waits until the run, and the diff that Monaco draws, stand still. */
async function draw(url) {
  const browser = await chromium.launch({ executablePath: ensureChromium() })
  try {
    const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1, colorScheme: 'dark' })
    await page.goto(url)
    await page.getByRole('article').first().waitFor()
    await page
      .getByRole('region', { name: /^Diff of/ })
      .locator('.view-line')
      .first()
      .waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: PICTURE, animations: 'disabled', caret: 'hide' })
  } finally {
    await browser.close()
  }
}
