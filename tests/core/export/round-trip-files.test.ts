import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Json, JsonObject, TargetId } from '#record'
import { buildCall, buildMessage, buildR3, buildTurn } from '../../support/rows.ts'
import { readAxolotl, readAxolotlConfig } from '../../support/trainers/axolotl.ts'
import { BREAKS, type Break, brokenCopy, SESSION_BREAKS } from '../../support/trainers/broken-copies.ts'
import { readDatasetInfo, readLlamaFactory } from '../../support/trainers/llamafactory.ts'
import { readOpenai } from '../../support/trainers/openai.ts'
import { readParquet } from '../../support/trainers/parquet.ts'
import { RowRefused } from '../../support/trainers/seen.ts'
import { rowsOf } from '../../support/trainers/strict.ts'
import { readSession } from '../../support/trainers/sts.ts'
import { readTrl } from '../../support/trainers/trl.ts'
import { readTutorial } from '../../support/trainers/tutorial.ts'
import { exportOf, file, finish, freshFolder, planOf } from './export-desk.ts'

const TOOL: Json = {
  type: 'function',
  function: { name: 'execute_bash', parameters: { type: 'object', properties: { command: { type: 'string' } } } },
}

/** A run with something of everything there is to break. */
const row = buildR3({
  tools: [TOOL],
  messages: [
    buildMessage('system', 'You are a helpful assistant.'),
    buildMessage('user', 'Fix the bug.'),
    { ...buildTurn(buildCall('execute_bash', { command: 'ls' }, 'c1')), reasoning_content: 'Let me look.' },
    { ...buildMessage('tool', 'a.py'), tool_call_id: 'c1' },
    buildMessage('assistant', 'Done.'),
    buildMessage('user', 'Sure?'),
    buildMessage('assistant', 'Yes.'),
  ],
})
const filed = [file(row), file({ ...row, trajectory_id: 'run-2' })]

/** Exports the rows to a target, and gives the texts of the folder. */
async function exported(target: TargetId) {
  const out = await freshFolder()
  const { options } = planOf(target)
  await finish(exportOf(filed, out, { plan: planOf(target, { options: { ...options, withParquet: true } }) }))
  return { out, names: await readdir(out), text: (name: string) => readFile(join(out, name), 'utf8') }
}

type Exported = Awaited<ReturnType<typeof exported>>
type Reader = (row: JsonObject) => unknown

/** The reader of each target, set up by what the export says of its files. */
const READERS: Partial<Record<TargetId, (made: Exported) => Promise<{ file: string; read: Reader }>>> = {
  trl: async () => ({ file: 'train.jsonl', read: (one) => readTrl(one, 'row 1') }),
  openai: async () => ({ file: 'train.jsonl', read: (one) => readOpenai(one, 'row 1') }),
  tutorial: async () => ({ file: 'open_swe_sft.jsonl', read: (one) => readTutorial(one, 'row 1') }),
  axolotl: async ({ text }) => {
    const config = readAxolotlConfig(parse(await text('axolotl.yml')) as JsonObject)
    expect(config.sequenceLength).toBeGreaterThan(0)
    return { file: config.path.replace(/^\.\//, ''), read: (one) => readAxolotl(one, config, 'row 1') }
  },
  llamafactory: async ({ text }) => {
    const [dataset] = Object.values(readDatasetInfo(await text('dataset_info.json')))
    if (!dataset) throw new Error('dataset_info.json names no dataset')
    return { file: dataset.file, read: (one) => readLlamaFactory(one, dataset, 'row 1') }
  },
}

function refuses(breaks: readonly Break[], found: () => { whole: JsonObject; read: Reader }) {
  test.each(breaks)('is refused when broken: $name', (way) => {
    const { whole, read } = found()
    const copy = brokenCopy(whole, way)
    if (copy) expect(() => read(copy)).toThrow(RowRefused)
  })
}

describe.each(Object.keys(READERS) as (keyof typeof BREAKS & keyof typeof READERS)[])('an export to %s', (target) => {
  let rows: JsonObject[] = []
  let read: Reader = () => {}
  beforeAll(async () => {
    const made = await exported(target)
    const found = await READERS[target]?.(made)
    rows = rowsOf(await made.text(found?.file ?? ''))
    read = found?.read ?? read
  })

  test('is read as its files say, every row of it', () => {
    expect(rows).toHaveLength(filed.length)
    expect(() => rows.map(read)).not.toThrow()
  })

  test('has something to break in most ways there are', () => {
    const ways = BREAKS[target].filter((way) => brokenCopy(rows[0] ?? {}, way) !== null)
    expect(ways.length).toBeGreaterThan(BREAKS[target].length - 3)
  })

  refuses(BREAKS[target], () => ({ whole: rows[0] ?? {}, read }))
})

describe('an export of session traces', () => {
  let lines: JsonObject[] = []
  beforeAll(async () => {
    const { names, text } = await exported('sts')
    const sessions = names.filter((name) => /^run-[12]\..*jsonl$/.test(name))
    expect(sessions).toHaveLength(filed.length)
    lines = rowsOf(await text(sessions[0] ?? ''))
  })
  test('is a file a session', () => expect(() => readSession(lines, 'row 1')).not.toThrow())
  refuses(SESSION_BREAKS, () => ({ whole: { lines }, read: (one) => readSession(one.lines as JsonObject[], 'row 1') }))
})

describe.each(['trl', 'parquet'] as const)('the Parquet file of an export to %s', (target) => {
  test('holds the same conversations', async () => {
    const { out } = await exported(target)
    const bytes = await readFile(join(out, 'train.parquet'))
    const found = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      compressors,
    })
    const plain = JSON.parse(JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? Number(value) : value))) as JsonObject[]
    const seen = plain.map((one, index) => readParquet(one, `row ${index + 1}`))
    expect(seen.map(({ messages }) => messages.length)).toEqual([7, 7])
    expect(seen[0]?.messages[2]).toMatchObject({ reasoning: 'Let me look.', calls: [{ id: 'c1', arguments: { command: 'ls' } }] })
    expect(seen[0]?.tools).toEqual([TOOL])
  })
})
