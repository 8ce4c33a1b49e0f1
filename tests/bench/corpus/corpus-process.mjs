/** A process that serves a corpus until its parent leaves; argument: options as JSON. Says its address, then its counts whenever it is asked. */
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../..')

async function load(path) {
  return (await runnerImport(resolve(ROOT, path), { configFile: false, root: ROOT, logLevel: 'error' })).module
}

const { latency, ...options } = JSON.parse(process.argv[2])
const [{ startFakeHub }, { buildCorpus }] = await Promise.all([
  load('tests/support/fake-hub/start-fake-hub.ts'),
  load('tests/bench/corpus/build-corpus.ts'),
])
const repo = buildCorpus(options)
const hub = await startFakeHub({ repos: [repo], latency })
process.on('message', () => {
  const ofFiles = hub.requests().filter(({ host, url }) => host === 'content' || url.endsWith('.parquet'))
  process.send({ bytes: hub.totals().bytes, requests: ofFiles.length })
})
process.on('disconnect', () => process.exit())
const files = repo.commits.flatMap((commit) => commit.files).map(({ path, size }) => ({ path, size }))
process.send({ url: hub.url, id: repo.id, files })
