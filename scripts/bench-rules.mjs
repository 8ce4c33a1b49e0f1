/** `npm run bench:rules`: how the git-history check agrees with the runs people read, on the terminal and into docs/rules.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DOCUMENT = resolve(ROOT, 'docs/rules.md')

/** Imports a TypeScript module of the tests. */
async function load(path) {
  const config = { configFile: false, root: ROOT, logLevel: 'error' }
  return (await runnerImport(resolve(ROOT, 'tests', path), config)).module
}

const { hasSharedData } = await load('support/shared-rows.ts')
if (!hasSharedData) process.stdout.write('skipped: no ../shared/data\n')
else {
  const [{ judgeRuns }, { historyLabels }, { historyTable, TABLE }] = await Promise.all([
    load('bench/rules/judge-runs.ts'),
    load('bench/rules/history-labels.ts'),
    load('bench/rules/history-table.ts'),
  ])
  const table = historyTable(judgeRuns(), historyLabels())
  process.stdout.write(table)
  const page = readFileSync(DOCUMENT, 'utf8')
  writeFileSync(
    DOCUMENT,
    page.replace(TABLE, (_, start, end) => `${start}\n${table}\n${end}`),
  )
}
