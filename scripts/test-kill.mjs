/**
 * `npm run test:kill`: kills processes that decide as fast as they can, looks at what each left behind, and writes what came of it into docs/kill.md. Then
 * the tests that kill adds, exports and pushes, at every one of their points. `--kills N` (default 1000), `--seed N` (default: by the clock, and printed).
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { ensureBuilt } from './ensure-built.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const KILLING_TESTS = ['kill-and-resume', 'hub-take-killed', 'push-killed'].map((name) => `tests/must-hold/${name}.test.ts`)

/** Imports a TypeScript module of the campaign. */
async function load(name) {
  const config = { configFile: false, root: ROOT, logLevel: 'error' }
  return (await runnerImport(resolve(ROOT, 'tests/kill', name), config)).module
}

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string' } } })
const kills = Number(values.kills)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
await ensureBuilt()
const [{ runCampaign }, { campaignReport }] = await Promise.all([load('campaign.ts'), load('campaign-report.ts')])
process.stdout.write(`${kills} kills, seed ${seed}\n`)
const campaign = await runCampaign({ kills, seed, tell: (line) => process.stdout.write(`${line}\n`) })
const report = campaignReport(campaign, new Date())
process.stdout.write(`\n${report}`)
writeFileSync(join(ROOT, 'docs/kill.md'), report)

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const env = { ...process.env, WINNOW_ALL_KILLS: '1' }
const { status } = spawnSync(process.execPath, [vitest, 'run', ...KILLING_TESTS], { cwd: ROOT, stdio: 'inherit', env })
process.exitCode = campaign.problems.length > 0 || status !== 0 ? 1 : 0
