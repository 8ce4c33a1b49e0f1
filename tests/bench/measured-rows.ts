import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { MEASURE_INFO } from '#measure'
import type { ExampleIndex, MeasureInfo } from '#record'
import { openWorkspace, type Workspace } from '#store'
import { aDrop, aPlan } from '../core/store/judging/plans.ts'
import { aFile, anIndex, anIndexedRow } from '../core/store/workspace-builder-data.ts'

const ROWS_PER_FILE = 3000
const DECIDED = 2000

const HARNESSES = ['openhands', 'sweagent', 'minisweagent']
const MODELS = ['MiniMax-M2.5', 'Qwen3.5-122B', 'GLM-5', 'Kimi-K2.5']
const LANGUAGES = ['python', 'python', 'python', 'go', 'go', 'typescript', 'javascript', 'rust', 'java', 'php', 'c', 'cpp']
const LICENSES = ['MIT', 'MIT', 'Apache-2.0', 'BSD-3-Clause', 'BSD-2-Clause']
const CATEGORIES = ['bug-fix', 'bug-fix', 'enhancement', 'feature-request', 'refactoring']
const LABELS = [1, 0, 0, -1, -1, -1] as const

/** Numbers that come of an id alone, so that every run has the same rows: evenly from 0 to 1, and log-normal counts by median and spread. */
const MACROS = [
  'even(id, salt) AS (hash(id, salt) / 18446744073709551616.0)',
  "normal(id, salt) AS (sqrt(-2 * ln(1 - even(id, salt))) * cos(2 * pi() * even(id, salt || '~')))",
  'spread(id, salt, median, sigma) AS (floor(median * exp(sigma * normal(id, salt))))',
  "messages(id) AS (12 + spread(id, 'messages', 90, 0.5))",
  "tokens(id) AS (floor(messages(id) * 280 * exp(0.35 * normal(id, 'tokens'))))",
  // Base64 has 64 letters, as sketches have: three digests are 128 of them.
  "sketch(text) AS (to_base64(unhex(sha256(text || 'a') || sha256(text || 'b') || sha256(text || 'c'))))",
  // Every twentieth text is another one by a few letters, which tells near duplicates from far ones.
  "reworded(id, text) AS (CASE WHEN even(id, 'reworded') < 0.05 THEN left(sketch(text), 122) || right(sketch(id), 6) ELSE sketch(text) END)",
  // 100,000 issues; two patches in five are an attempt's like another's of its task.
  "issue(id, repo) AS (repo || floor(even(id, 'issue') * 28))",
  "patch(id, repo) AS (CASE WHEN even(id, 'patch') < 0.4 THEN issue(id, repo) || floor(even(id, 'attempt') * 2) ELSE id END)",
]

/** What the screens draw most is as it is in the published dataset, near enough; other measures get something of their type. */
const VALUES: Record<string, string> = {
  n_messages: 'messages(id)',
  n_system: '1',
  n_assistant: 'floor(messages(id) / 2)',
  n_tool: 'floor(messages(id) / 2) - 1',
  steps: 'floor(messages(id) / 2)',
  calls: 'floor(messages(id) / 2) - 1',
  traj_tokens: 'tokens(id)',
  full_tokens: 'floor(tokens(id) * 1.4)',
  model_tokens: 'floor(tokens(id) * 1.37)',
  is_thinking: "even(id, 'thinking') < 0.6",
  tests_after_last_edit: "CASE WHEN even(id, 'edits') < 0.95 THEN even(id, 'tested') < 0.7 END",
  instance_id: '"instanceId"',
  trajectory_id: '"trajectoryId"',
  agent: 'harness',
  task_key: "repo || '#' || split_part(\"instanceId\", '-', -1)",
  issue_hash: 'left(md5(issue(id, repo)), 16)',
  patch_hash: 'left(md5(patch(id, repo)), 16)',
  issue_sketch: 'reworded(id, issue(id, repo))',
  patch_sketch: 'reworded(id, patch(id, repo))',
}

/** What every row is judged by. */
const TOO_LONG = aPlan([aDrop('token-limit', { kind: 'compare', column: 'full_tokens', operator: '>=', value: 64_000 })])

const TOOLS = `['bash', 'str_replace_editor', 'think', 'finish', 'submit', 'task_tracker']`

/** A few of the tools, called as often as each is. */
function tallySql(id: string): string {
  const each = (value: string) => `list_transform(range(1, 2 + (even(id, '${id}') * 5)::INTEGER), lambda place: ${value})`
  const key = each(`${TOOLS}[place]`)
  const calls = each(`floor(60 / place * (0.5 + even(id, '${id}' || place)))`)
  const failed = each(`floor(even(id, 'failed ${id}' || place) * 6)`)
  return `{'key': ${key}, 'a': ${calls}, 'b': ${failed}, 'c': ${each('NULL::DOUBLE')}}`
}

const made = new Map<number, Promise<string>>()

/**
 * A workspace folder with so many generated rows, indexed, measured by every measure and judged, closed in order. Made once a process for each size;
 * whoever changes what is in it takes a copy. {@link removeMeasuredRows} takes them away.
 */
export function measuredRows(rows = 600_000): Promise<string> {
  const folder = made.get(rows) ?? makeRows(rows)
  made.set(rows, folder)
  return folder
}

/** Removes every folder made. */
export async function removeMeasuredRows(): Promise<void> {
  for (const folder of made.values()) await rm(await folder, { recursive: true, force: true })
  made.clear()
}

async function makeRows(rows: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-measured-'))
  const workspace = await openWorkspace(folder, { measures: MEASURE_INFO })
  await workspace.analysis.reconcile([])
  const sourceId = recordRows(workspace, rows)
  await workspace.close()
  await measureRows(join(folder, 'analysis.duckdb'), sourceId, rows)
  const measured = await openWorkspace(folder, { measures: MEASURE_INFO })
  await measured.analysis.judge(TOO_LONG)
  await measured.close()
  return folder
}

/** Puts the rows into the record as indexed, and tells their source. */
function recordRows({ record }: Workspace, rows: number): string {
  const { id: sourceId } = record.addSource({ uri: 'hf://datasets/octo/made-up', kind: 'hub', revision: 'r1' }, '2025-01-01T00:00:00.000Z')
  const paths = Array.from({ length: Math.ceil(rows / ROWS_PER_FILE) }, (_, file) => pathOf(file))
  record.putListing(
    sourceId,
    paths.map((path) => aFile(path)),
  )
  for (const [file, path] of paths.entries()) record.putIndexed(sourceId, path, [...rowsOf(sourceId, file, rows)].map(anIndexedRow), true)
  return sourceId
}

function pathOf(file: number): string {
  return `data/train-${String(file).padStart(5, '0')}.parquet`
}

/** What the index says of a file's rows. */
function* rowsOf(sourceId: string, file: number, rows: number): Generator<Partial<ExampleIndex>> {
  const count = Math.min(ROWS_PER_FILE, rows - file * ROWS_PER_FILE)
  for (let row = 0; row < count; row++) yield indexOf(sourceId, pathOf(file), file, row)
}

/** A file holds rows of one harness and one model, as the published ones do. */
function indexOf(sourceId: string, path: string, file: number, row: number): Partial<ExampleIndex> {
  const n = file * ROWS_PER_FILE + row
  const digest = createHash('md5').update(String(n)).digest()
  const pick = <T>(from: readonly T[], byte: number) => from[digest.readUInt8(byte) % from.length] ?? null
  const id = digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const repo = `octo-${digest.readUInt16LE(0) % 300}/cat-${digest.readUInt16LE(2) % 12}`
  return {
    id,
    sourceId,
    file: path,
    row,
    instanceId: `${repo.replace('/', '__')}-${digest.readUInt16LE(4) % 900}`,
    trajectoryId: id,
    repo,
    license: pick(LICENSES, 6),
    language: pick(LANGUAGES, 7),
    harness: HARNESSES[file % HARNESSES.length] ?? null,
    model: MODELS[Math.floor(file / HARNESSES.length) % MODELS.length] ?? null,
    resolved: pick(LABELS, 8) ?? -1,
    category: pick(CATEGORIES, 9),
    hfDataset: pick(['octo/Rebench', 'octo/Scale'], 10),
  }
}

/**
 * Puts the same rows into the analysis with what was measured of them. Values are made inside DuckDB and in one statement: through the workbench
 * they would take a quarter of an hour.
 */
async function measureRows(path: string, sourceId: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  for (const macro of MACROS) await connection.run(`CREATE TEMP MACRO ${macro}`)
  const keys = Object.keys(anIndex()).map((key) => `"${key}"`)
  await connection.run(`CREATE TEMP TABLE indexed AS SELECT ${keys.join(', ')} FROM examples LIMIT 0`)
  await appendRows(connection, sourceId, rows)
  const columns = [...keys, '"isMeasured"', ...MEASURE_INFO.map(({ id }) => `"m:${id}"`)]
  const values = MEASURE_INFO.map(valueSql).join(', ')
  await connection.run(`INSERT INTO examples (${columns.join(', ')}) SELECT ${keys.join(', ')}, true, ${values} FROM indexed`)
  await connection.run(
    `INSERT INTO standings ("exampleId", decision, reviewer, "decidedBy", hashes, "isFlagged", "isDisputed", seq)
     SELECT id, 'reject', 'ana', ['ana'], ["contentHash"], false, false, rowid + 1 FROM examples LIMIT ${DECIDED}`,
  )
  await connection.run('CHECKPOINT')
  connection.closeSync()
  instance.closeSync()
}

async function appendRows(connection: DuckDBConnection, sourceId: string, rows: number): Promise<void> {
  const appender = await connection.createAppender('indexed', null, 'temp')
  for (let file = 0; file * ROWS_PER_FILE < rows; file++) {
    for (const said of rowsOf(sourceId, file, rows)) {
      for (const value of Object.values(anIndex({ contentHash: '', ...said }))) {
        if (value === null) appender.appendNull()
        else if (typeof value === 'number') appender.appendDouble(value)
        else appender.appendVarchar(value)
      }
      appender.endRow()
    }
  }
  appender.closeSync()
}

function valueSql({ id, type, group }: MeasureInfo): string {
  const known = VALUES[id]
  if (known !== undefined) return known
  const even = `even(id, '${id}')`
  switch (type) {
    case 'integer': {
      const value =
        group === 'tokens'
          ? `spread(id, '${id}', 9000, 0.8)`
          : group === 'patch'
            ? `spread(id, '${id}', 8, 1.6)`
            : `spread(id, '${id}', 6, 0.7)`
      return group === 'reference' ? `CASE WHEN even(id, 'reference') < 0.7 THEN ${value} END` : value
    }
    case 'real':
      return `CASE WHEN even(id, 'reference') < 0.7 THEN round(${even}, 3) END`
    case 'boolean':
      return `${even} < 0.3`
    case 'text':
      // Checks come to their end on nearly every row.
      return id.endsWith('_fault') ? `CASE WHEN ${even} < 0.0005 THEN 'stopped' END` : 'language'
    case 'tally':
      return tallySql(id)
  }
}
