/**
 * `npm run fake-hub -- FOLDER [--repo OWNER/NAME] [--port N] [--token T] [--slow BYTES_PER_SECOND] [--fail everyN]`: a Hub on this machine that
 * serves a folder as a dataset, to try Winnow without a network or against a bad one. The fake itself is the tests': tests/support/fake-hub.
 */
import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const USAGE = 'usage: npm run fake-hub -- FOLDER [--repo OWNER/NAME] [--port N] [--token hf_...] [--slow BYTES_PER_SECOND] [--fail everyN]'

/** What the command line asks for. Throws an Error that says what is wrong and what to write instead. */
function readOptions(args) {
  const text = { type: 'string' }
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { repo: text, port: text, token: text, slow: text, fail: text },
  })
  const [folder] = positionals
  if (!folder || positionals.length > 1) throw new Error(USAGE)
  const id = values.repo ?? `local/${basename(resolve(folder)).replace(/[^\w.-]/g, '-')}`
  if (!/^[\w.-]+\/[\w.-]+$/.test(id)) throw new Error(`--repo ${id}: write OWNER/NAME`)
  if (values.token && !values.token.startsWith('hf_')) throw new Error('--token: a token of the Hub starts with hf_')
  return { folder, id, port: readNumber('port', values.port), token: values.token, rules: rulesOf(values) }
}

function rulesOf({ slow, fail }) {
  const every = fail === undefined ? undefined : readNumber('fail', fail.replace(/^every/, ''))
  const bytesPerSecond = readNumber('slow', slow)
  return [
    ...(every ? [{ mishap: { kind: 'reset', after: 1000 }, every }] : []),
    ...(bytesPerSecond ? [{ mishap: { kind: 'slow', bytesPerSecond } }] : []),
  ]
}

function readNumber(name, text) {
  if (text === undefined) return undefined
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} ${text}: write a whole number above 0`)
  return Number(text)
}

/** Imports a TypeScript module of the tests. */
async function load(path) {
  const config = { configFile: false, root: ROOT, logLevel: 'error' }
  return (await runnerImport(resolve(ROOT, 'tests/support/fake-hub', path), config)).module
}

async function main() {
  const { folder, id, port, token, rules } = readOptions(process.argv.slice(2))
  // npm runs scripts from the project's root; a folder is meant from where the person stands.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), folder)
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${path} is not a folder`)
  const [{ startFakeHub }, { folderRepo }] = await Promise.all([load('start-fake-hub.ts'), load('folder-repo.ts')])
  // A token is only asked for when one was given.
  const repo = await folderRepo(id, path, { isPrivate: token !== undefined })
  const hub = await startFakeHub({ repos: [repo], port, token })
  hub.misbehave(...rules)
  const environment = [`HF_ENDPOINT=${hub.url}`, ...(token ? [`HF_TOKEN=${token}`] : [])].join(' ')
  const attempt = `${environment} npm run -s winnow -- add hf://datasets/${id}`
  process.stdout.write(`a fake Hub serves ${path} as ${id}: ${hub.url}\n\nTry:\n  ${attempt}\n\nCtrl-C ends it.\n`)
  process.once('SIGINT', () => hub.close().then(() => process.exit(0)))
}

await main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
