/** `npm test`: every check there is, one after the other, all of them even when one fails. Ends with one line of counts. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const REPORTS = join(ROOT, 'out', 'reports')
const UNIT_REPORT = join(REPORTS, 'unit.json')

/** The script behind a package's command, so that no shell and no npx stands between. */
function bin(name, command = name) {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve(`${name}/package.json`)
  const { bin } = require(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

const STEPS = [
  { name: 'lint', script: bin('@biomejs/biome', 'biome'), args: ['ci', '--error-on-warnings'] },
  { name: 'types', script: bin('typescript', 'tsc'), args: ['-p', '.'] },
  { name: 'build', script: join(ROOT, 'scripts', 'build.mjs'), args: [] },
  {
    name: 'unit',
    script: bin('vitest'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
    counts: unitCounts,
  },
  journeyStep('journeys'),
  // Its times are told, and asserted: nothing else has the machine meanwhile.
  journeyStep('day'),
]

/** A project of playwright.config.ts. */
function journeyStep(project) {
  const report = join(REPORTS, `${project}.json`)
  return {
    name: project,
    script: bin('@playwright/test', 'playwright'),
    args: ['test', '--project', project, '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    counts: () => journeyCounts(report),
  }
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
const results = STEPS.map(runStep)
const failed = results.filter(({ isPassed }) => !isPassed)
const sum = (key) => results.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0)
console.log(`\nchecks: ${results.map(({ name, isPassed }) => `${name} ${isPassed ? 'ok' : 'FAILED'}`).join(', ')}`)
console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = failed.length > 0 ? 1 : 0

function runStep({ name, script, args, env, counts }) {
  console.log(`\n── ${name} ──`)
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return { name, isPassed: status === 0, counts: counts?.() }
}

function unitCounts() {
  const report = readReport(UNIT_REPORT)
  return { passed: report?.numPassedTests, failed: report?.numFailedTests, skipped: report?.numPendingTests }
}

function journeyCounts(report) {
  const stats = readReport(report)?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected, skipped: stats?.skipped }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
