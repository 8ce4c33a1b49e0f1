import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { get_encoding } from 'tiktoken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stats } from '../../src/cli/read-stats.ts'
import { WINDOWS } from '../../src/cli/stats-questions.ts'
import { SAMPLE } from '../support/open-workbench.ts'
import { readTable } from '../support/read-csv.ts'
import { runWinnow } from '../support/run-winnow.ts'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'
import { axisTroubles } from './recompute/bins.ts'
import { differences } from './recompute/differences.ts'
import { percentileOf, shareOf } from './recompute/numbers.ts'
import { type Asked, recomputeStats } from './recompute/recompute-stats.ts'
import { type TableRow, valuesOf } from './recompute/table-rows.ts'
import { missing, type TutorialRow, tutorialRows } from './tutorial-rows.ts'

/** Ends of the histograms that are clipped. */
const CLIPS: Record<string, number> = { diff_churn: 97 }

const EVERYTHING: Asked = { where: null, by: null, least: 25, windows: WINDOWS }

/** Adds sources to a workspace of its own and gives the rows of its analysis CSV. */
async function tableOf(folder: string, sources: readonly string[]): Promise<TableRow[]> {
  for (const source of sources) await runWinnow(folder, 'add', source)
  const path = join(folder, 'analysis.csv')
  await runWinnow(folder, 'measures', '--csv', path)
  return readTable(await readFile(path, 'utf8'))
}

/** What the two disagree in; axes are checked for what they must be, then taken as told. */
async function troubles(folder: string, rows: readonly TableRow[], asked: Asked, ...args: string[]): Promise<string[]> {
  const told = await runWinnow<Stats>(folder, 'stats', ...args)
  const axes = told.histograms.flatMap(({ axis, edges }) => {
    const sorted = valuesOf(rows, axis.measure).sort((a, b) => a - b)
    const top = sorted.length === 0 ? 0 : percentileOf(sorted, CLIPS[axis.measure] ?? 100)
    return sorted.length === 0 ? [] : axisTroubles(axis, edges, sorted, top).map((trouble) => `${axis.measure}: ${trouble}`)
  })
  return [...axes, ...differences(told, recomputeStats(rows, asked, told))]
}

const cases: { name: string; sources: string[]; isThere: boolean }[] = [
  { name: 'the bundled sample', sources: [SAMPLE], isThere: true },
  {
    name: `real rows of three releases${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
    sources: ['hub-r1', 'hub-r2', 'hub-r3'].map((name) => join(sharedData, name)),
    isThere: hasSharedData,
  },
]

for (const { name, sources, isThere } of cases) {
  describe.skipIf(!isThere)(`winnow stats beside loops over the analysis CSV, on ${name}`, { timeout: 120_000 }, () => {
    let folder = ''
    let rows: TableRow[] = []

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'winnow-stats-'))
      rows = await tableOf(folder, sources)
    }, 120_000)
    afterAll(() => rm(folder, { recursive: true, force: true }))

    it('tells the same numbers of everything', async () => {
      expect(rows.length).toBeGreaterThan(20)
      expect(await troubles(folder, rows, EVERYTHING)).toEqual([])
    })

    it.each(['label', 'language', 'harness', 'model', 'thinking'])(
      'tells the same numbers by %s, small groups and typed windows too',
      async (by) => {
        const asked = { ...EVERYTHING, by, least: 2, windows: [3072, 8192, 16_384, 20_000, 32_768, 65_536, 131_072] }
        expect(await troubles(folder, rows, asked, '--by', by, '--least', '2', '--window', '20000', '3k')).toEqual([])
      },
    )

    it('tells the same numbers of a part, and of nothing', async () => {
      const where = 'n_messages < 40 and tools contains "bash"'
      const part = rows.filter((row) => Number(row.n_messages) < 40 && Object.hasOwn(JSON.parse(row.tools || '{}'), 'bash'))
      expect(part.length).toBeGreaterThan(0)
      expect(part.length).toBeLessThan(rows.length)
      expect(await troubles(folder, part, { ...EVERYTHING, where }, '--where', where)).toEqual([])
      const none = 'n_messages < 0'
      expect(await troubles(folder, [], { ...EVERYTHING, where: none }, '--where', none)).toEqual([])
    })
  })
}

describe.skipIf(missing !== '')(
  `winnow stats beside the tutorial on the first release${missing && ` (skipped: ${missing})`}`,
  { timeout: 120_000 },
  () => {
    let folder = ''
    let expected: TutorialRow[] = []
    let tokens: number[] = []
    let stats: Stats

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'winnow-stats-'))
      expected = await tutorialRows('hub-r1', folder)
      const encoding = get_encoding('cl100k_base')
      tokens = expected.map((row) => encoding.encode_ordinary(row._text).length).sort((a, b) => a - b)
      encoding.free()
      await runWinnow(folder, 'add', join(sharedData, 'hub-r1'))
      stats = await runWinnow<Stats>(folder, 'stats', '--least', '1')
    }, 120_000)
    afterAll(() => rm(folder, { recursive: true, force: true }))

    const cellOf = (measure: string) => stats.summary.groups[0]?.cells[stats.summary.measures.indexOf(measure)]

    it('has its percentiles of tokens and of messages', () => {
      const messages = expected.map((row) => Number(row.n_messages)).sort((a, b) => a - b)
      for (const [measure, values] of [
        ['traj_tokens', tokens],
        ['n_messages', messages],
      ] as const) {
        const percentiles = stats.summary.percentiles.map((p) => percentileOf(values, p))
        expect(differences(cellOf(measure)?.percentiles, percentiles), measure).toEqual([])
        expect(cellOf(measure)).toMatchObject({ count: expected.length, min: values[0], max: values.at(-1) })
      }
    })

    it('has its share within each context window', () => {
      const told = stats.windows.find(({ measure }) => measure === 'traj_tokens')
      const fits = WINDOWS.map((size) => tokens.filter((count) => count <= size).length)
      expect(told).toMatchObject({ windows: [...WINDOWS], groups: [{ n: expected.length, fits }] })
    })

    it('has its resolution rates by language, and by harness and model', () => {
      const rateOf = (rows: TutorialRow[]) => {
        const known = rows.filter((row) => row.known_label === true)
        return shareOf(known.filter((row) => row.is_resolved === true).length, known.length)
      }
      for (const { keys, resolved } of stats.rates.byLanguage.groups) {
        expect(differences(resolved, rateOf(expected.filter((row) => row.language === keys[0]))), String(keys)).toEqual([])
      }
      for (const { keys, resolved } of stats.rates.byHarnessAndModel.groups) {
        const group = expected.filter((row) => row.agent === keys[0] && row.model === keys[1])
        expect(differences(resolved, rateOf(group)), String(keys)).toEqual([])
      }
      expect(stats.rates.byHarnessAndModel.groups.length).toBeGreaterThan(1)
    })
  },
)
