import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { get_encoding } from 'tiktoken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DIMENSIONS, type Dimension } from '#record'
import { readStats, type Stats } from '../../src/cli/read-stats.ts'
import { WINDOWS } from '../../src/cli/stats-questions.ts'
import { openWorkbench, SAMPLE } from '../support/open-workbench.ts'
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

/** See {@link Asked}. */
type Question = Asked & { by: Dimension | null }

const EVERYTHING: Question = { where: null, by: null, least: 25, windows: WINDOWS }

/** A source added to a workspace of its own, with the rows of its analysis CSV. */
interface Added {
  folder: string
  rows: TableRow[]
}

const workspaces = new Map<string, Promise<Added>>()

/** Adds a source at the first asking. */
function added(source: string): Promise<Added> {
  const workspace = workspaces.get(source) ?? add(source)
  workspaces.set(source, workspace)
  return workspace
}

async function add(source: string): Promise<Added> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-stats-'))
  const path = join(folder, 'analysis.csv')
  await runWinnow(folder, 'add', source)
  await runWinnow(folder, 'measures', '--csv', path)
  return { folder, rows: readTable(await readFile(path, 'utf8')) }
}

afterAll(async () => {
  for (const workspace of workspaces.values()) await rm((await workspace).folder, { recursive: true, force: true })
})

/** What the answer and the loops disagree in; axes are checked for what they must be, then taken as told. */
function troubles(told: Stats, rows: readonly TableRow[], asked: Asked): string[] {
  const axes = told.histograms.flatMap(({ axis, edges }) => {
    const sorted = valuesOf(rows, axis.measure).sort((a, b) => a - b)
    const top = percentileOf(sorted, CLIPS[axis.measure] ?? 100)
    return sorted.length === 0 ? [] : axisTroubles(axis, edges, sorted, top).map((trouble) => `${axis.measure}: ${trouble}`)
  })
  return [...axes, ...differences(told, recomputeStats(rows, asked, told))]
}

/** The same answer as `winnow stats --json` prints, without starting a program for each. */
async function statsOf({ client }: Awaited<ReturnType<typeof openWorkbench>>, asked: Question): Promise<Stats> {
  const { where, by, windows, least } = asked
  const options = { by, windows, least, ...(where === null ? {} : { where }) }
  return JSON.parse(JSON.stringify(await readStats(client, options, new AbortController().signal))) as Stats
}

const FIRST_RELEASE = join(sharedData, 'hub-r1')

/** Every dimension that the CSV tells; the outcome is no measure. */
const TOLD = DIMENSIONS.filter((dimension) => dimension !== 'outcome')

const cases = [
  { name: 'the bundled sample', source: SAMPLE, isThere: true },
  { name: `real rows${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`, source: FIRST_RELEASE, isThere: hasSharedData },
]

for (const { name, source, isThere } of cases) {
  describe.skipIf(!isThere)(`winnow stats beside loops over the analysis CSV, on ${name}`, { timeout: 120_000 }, () => {
    let folder = ''
    let rows: TableRow[] = []
    let bench: Awaited<ReturnType<typeof openWorkbench>>

    beforeAll(async () => {
      ;({ folder, rows } = await added(source))
    }, 120_000)
    afterAll(() => bench.remove())

    it('prints the same numbers, with small groups and typed windows', async () => {
      expect(rows.length).toBeGreaterThan(20)
      const asked: Asked = { where: null, by: 'harness', least: 2, windows: [3072, 8192, 16_384, 20_000, 32_768, 65_536, 131_072] }
      const printed = await runWinnow<Stats>(folder, 'stats', '--by', 'harness', '--least', '2', '--window', '20000', '3k')
      expect(troubles(printed, rows, asked)).toEqual([])
      bench = await openWorkbench({ workspacePath: join(folder, 'workspace') })
    })

    it('has the same numbers of everything, and by every dimension', async () => {
      expect(troubles(await statsOf(bench, EVERYTHING), rows, EVERYTHING)).toEqual([])
      for (const by of TOLD) expect(troubles(await statsOf(bench, { ...EVERYTHING, by }), rows, { ...EVERYTHING, by }), by).toEqual([])
    })

    it('has the same numbers of a part, and of nothing', async () => {
      const part = rows.filter((row) => Number(row.n_messages) < 40 && Object.hasOwn(JSON.parse(row.tools || '{}'), 'bash'))
      expect(part.length).toBeGreaterThan(0)
      expect(part.length).toBeLessThan(rows.length)
      const some = { ...EVERYTHING, where: 'n_messages < 40 and tools contains "bash"' }
      expect(troubles(await statsOf(bench, some), part, some)).toEqual([])
      const none = { ...EVERYTHING, where: 'n_messages < 0' }
      expect(troubles(await statsOf(bench, none), [], none)).toEqual([])
    })
  })
}

describe.skipIf(missing !== '')(
  `winnow stats beside the tutorial on the first release${missing && ` (skipped: ${missing})`}`,
  { timeout: 120_000 },
  () => {
    let expected: TutorialRow[] = []
    let tokens: number[] = []
    let stats: Stats

    beforeAll(async () => {
      const { folder } = await added(FIRST_RELEASE)
      expected = await tutorialRows('hub-r1', folder)
      const encoding = get_encoding('cl100k_base')
      tokens = expected.map((row) => encoding.encode_ordinary(row._text).length).sort((a, b) => a - b)
      encoding.free()
      stats = await runWinnow<Stats>(folder, 'stats', '--least', '1')
    }, 120_000)

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
