import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWinnow } from '../support/run-winnow.ts'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'

interface Added {
  examples: number
  measured: number
  shape: string
  rejected: { where: string; reason: string }[]
}

interface Exported {
  examples: number
  files: { path: string }[]
}

const note = hasSharedData ? '' : ' (skipped: no ../shared/data)'

describe.skipIf(!hasSharedData)(`real rows in the terminal${note}`, { timeout: 120_000 }, () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-hub-'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('adds all 154 rows of the current release and exports those that stand', async () => {
    const added = await runWinnow<Added>(folder, 'add', join(sharedData, 'hub-r3'))
    expect(added).toMatchObject({ shape: 'R3', examples: 154, measured: 154, rejected: [] })
    const out = join(folder, 'sft')
    const done = await runWinnow<Exported>(folder, 'export', '--target', 'tutorial', '--out', out)
    expect(done.files.map(({ path }) => path).slice(0, 2)).toEqual(['open_swe_sft.jsonl', 'open_swe_traces_analysis.csv'])
    const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trimEnd().split('\n')
    const table = (await readFile(join(out, 'open_swe_traces_analysis.csv'), 'utf8')).trimEnd().split('\n')
    expect([lines.length, table.length]).toEqual([done.examples, 155])
    expect(done.examples).toBeGreaterThan(0)
  })

  it.each([
    ['native/swe-agent/*.traj', 7, 'swe-agent-traj'],
    ['native/mini-swe-agent/*.traj.json.gz', 4, 'mini-swe-agent-traj'],
  ])('opens the native files %s', async (glob, count, shape) => {
    const added = await runWinnow<Added>(folder, 'add', join(sharedData, glob))
    expect(added).toMatchObject({ examples: count, measured: count, shape, rejected: [] })
  })

  it('opens the folder of native files whole, its licences passed over', async () => {
    expect(await runWinnow<Added>(folder, 'add', join(sharedData, 'native'))).toMatchObject({ examples: 11, measured: 11, rejected: [] })
  })

  it.each(['trajectory-r1', 'trajectory-r2', 'messages-r3'])('opens the JSON Lines of %s by a glob', async (kind) => {
    const added = await runWinnow<Added>(folder, 'add', join(sharedData, `jsonl/*.${kind}.jsonl.gz`))
    expect(added.rejected).toEqual([])
    expect(added.measured).toBe(added.examples)
    expect(added.examples).toBeGreaterThan(10)
  })
})
