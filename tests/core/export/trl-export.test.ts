import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { describe, expect, it } from 'vitest'
import { type ExportPlan, type JsonObject, NO_EDITS } from '#record'
import { buildCall, buildMessage, buildR3, buildTurn, GOLD } from '../../support/rows.ts'
import { exportOf, type Filed, file, finish, freshFolder, planOf } from './export-desk.ts'

const ARGUMENTS = '{"command": "ls", "timeout": 3}'
const CALL = buildCall('execute_bash', ARGUMENTS, 'c1')

function filedRow(over: JsonObject = {}): Filed {
  return file(
    buildR3({
      messages: [
        buildMessage('system', 'You are a helpful assistant.'),
        buildMessage('user', 'Fix the bug. \ud800'),
        { ...buildTurn(CALL), reasoning_content: 'Let me look.' },
        { role: 'tool', content: 'a.py', tool_call_id: 'c1', name: 'execute_bash' },
        buildMessage('assistant', 'Done.'),
      ],
      ...over,
    }),
  )
}

async function exported(filed: Filed[], over: Partial<ExportPlan> = {}, masked: number[] = []) {
  const out = await freshFolder()
  const editsOf = (id: string) => {
    const hash = filed.find(({ row }) => row.id === id)?.row.contentHash ?? null
    return masked.length > 0 ? { ...NO_EDITS, masked, contentHash: hash } : NO_EDITS
  }
  const { result } = await finish(exportOf(filed, out, { plan: planOf('trl', over), editsOf }))
  const text = (name: string) => readFile(join(out, name), 'utf8')
  const lines = async (name: string) =>
    (await text(name))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as JsonObject)
  return { out, result, lines }
}

/** The one turn with calls. */
function turnOf(row: JsonObject | undefined): JsonObject {
  const [, , turn] = (row?.messages ?? []) as JsonObject[]
  return turn ?? {}
}

function callsOf(row: JsonObject | undefined): JsonObject[] {
  return turnOf(row).tool_calls as JsonObject[]
}

const options = planOf('trl').options
const policies = planOf('trl').policies

describe('an export for TRL', () => {
  it('has messages with reasoning, calls as objects, their ids, and tools', async () => {
    const { lines, result } = await exported([filedRow()])
    const [row] = await lines('train.jsonl')
    expect(row).toMatchObject({ resolved: 1, tools: expect.any(Array) })
    expect(row).not.toHaveProperty('reference_patch')
    expect(turnOf(row)).toMatchObject({
      role: 'assistant',
      reasoning_content: 'Let me look.',
      tool_calls: [{ id: 'c1', type: 'function', function: { name: 'execute_bash', arguments: { command: 'ls', timeout: 3 } } }],
    })
    expect(JSON.stringify(row)).not.toContain('gold')
    expect(result.files.map(({ path }) => path).slice(0, 4)).toEqual(['train.jsonl', 'rows.jsonl', 'row-notes.jsonl', 'trl.yml'])
  })

  it('has arguments as text, and the reference patch, when asked', async () => {
    const { lines } = await exported([filedRow()], { options: { ...options, arguments: 'string', withReferencePatch: true } })
    const [row] = await lines('train.jsonl')
    const [call] = callsOf(row)
    expect(call?.function).toMatchObject({ arguments: ARGUMENTS })
    expect(row?.reference_patch).toBe(GOLD)
  })

  it('writes a twin whose columns are the same whatever the rows hold', async () => {
    const { out, lines } = await exported([filedRow(), filedRow({ trajectory_id: 'other', tools: [] })], {
      options: { ...options, withParquet: true },
    })
    const bytes = await readFile(join(out, 'train.parquet'))
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      compressors,
    })
    const [first, second] = rows as [JsonObject, JsonObject]
    const json = await lines('train.jsonl')
    expect(rows.map(({ id }) => id)).toEqual(json.map(({ id }) => id))
    expect(Object.keys(second)).toEqual(Object.keys(first))
    const [call] = callsOf(first)
    expect(call).toEqual({ id: 'c1', type: 'function', function: { name: 'execute_bash', arguments: ARGUMENTS } })
    expect((first.tools as string[]).map((tool) => JSON.parse(tool))).toEqual(json[0]?.tools)
    expect(second).toMatchObject({ tools: [], reference_patch: null })
    expect((await lines('rows.jsonl')).map(({ file: name, line }) => [name, line])).toEqual([
      ['train.jsonl', 1],
      ['train.parquet', 1],
      ['train.jsonl', 2],
      ['train.parquet', 2],
    ])
  })

  it.each(['take-whole', 'leave-out'] as const)('tells what becomes of turns that are context only: %s', async (masks) => {
    const { lines, result } = await exported([filedRow()], { policies: { ...policies, masks } }, [2])
    expect(result.examples).toBe(masks === 'leave-out' ? 0 : 1)
    expect(await lines('row-notes.jsonl')).toContainEqual(
      expect.objectContaining({ about: 'mask', policy: `masks=${masks}`, messages: [2], ids: ['run-1'] }),
    )
  })

  it('is refused with the examples named whose turns it cannot mask', async () => {
    const refused = exported([filedRow(), filedRow({ trajectory_id: 'other' })], { policies: { ...policies, masks: 'refuse' } }, [2])
    await expect(refused).rejects.toMatchObject({
      fault: { kind: 'bad-input', message: expect.stringMatching(/masks=refuse[\s\S]*other/) },
    })
  })

  it('puts rows into the file of their split', async () => {
    const filed = [filedRow({ trajectory_id: 'a' }), filedRow({ trajectory_id: 'b' })]
    const out = await freshFolder()
    const made = exportOf(filed, out, {
      plan: planOf('trl', { splits: { by: 'repo', shares: { train: 0.5, validation: 0, test: 0.5 }, seed: 0 } }),
    })
    const units = [
      { ids: ['a'] as const, split: 'test' as const },
      { ids: ['b'] as const, split: 'train' as const },
    ]
    const { result } = await finish({ ...made, chosen: { ...made.chosen, units } })
    expect(result.files.map(({ path }) => path).slice(0, 2)).toEqual(['train.jsonl', 'test.jsonl'])
    expect(JSON.parse(await readFile(join(out, 'test.jsonl'), 'utf8'))).toMatchObject({ id: 'a' })
  })
})
