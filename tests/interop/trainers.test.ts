import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { targetOf, trainerView } from '#export'
import { type JsonObject, NO_EDITS, type TargetId } from '#record'
import { exportOf, file, finish, freshFolder, planOf } from '../core/export/export-desk.ts'
import { buildCall, buildMessage, buildR3, buildTurn } from '../support/rows.ts'
import { templatesFolder, testTemplate } from '../support/templates.ts'
import { rowsOf } from '../support/trainers/strict.ts'
import { hasModule, PYTHON, runPython } from './python.ts'

/** What came of loading a file with a library. */
interface Ran {
  version: string | null
  /** Why it was not run. */
  missing: string | null
  /** Modules that are not here and that reading rows does not need. */
  stoodIn?: string[]
  error?: string
  result?: { rows?: JsonObject[]; texts?: string[] }
}

const TEMPLATE = 'qwen3-training-like'
/** Templates that axolotl renders by, with the word that ends a turn; none that asks for the day, which is another there. */
const BY_AXOLOTL = {
  [TEMPLATE]: '<|im_end|>',
  'qwen3-like': '<|im_end|>',
  'qwen2_5-like': '<|im_end|>',
  'qwen3_5-like': '<|im_end|>',
  'glm4moe-like': '<|endoftext|>',
  'nemotron_3_nano-like': '<|im_end|>',
}
const parameters = { type: 'object', properties: { command: { type: 'string' }, timeout: { type: 'integer' } } }
const row = buildR3({
  tools: [{ type: 'function', function: { name: 'execute_bash', description: 'Runs.', parameters } }],
  messages: [
    buildMessage('system', 'You are a helpful assistant.'),
    buildMessage('user', 'Fix the bug: "\u2028", ü, 日本.'),
    { ...buildTurn(buildCall('execute_bash', { command: 'ls', timeout: 3 }, 'c1')), reasoning_content: 'Let me look.' },
    { ...buildMessage('tool', 'a.py'), tool_call_id: 'c1' },
    buildMessage('assistant', 'Done.'),
  ],
})
/** The second has an argument of the same name and another type, as tools of two harnesses have. */
const other = buildR3({
  trajectory_id: 'run-2',
  messages: [
    buildMessage('user', 'Again.'),
    buildTurn(buildCall('execute_bash', { command: ['ls', '-l'] }, 'c1')),
    buildMessage('assistant', 'Done.'),
  ],
})
const filed = [file(row), file(other)]

async function exported(target: TargetId): Promise<string> {
  const out = await freshFolder()
  await finish(exportOf(filed, out, { plan: planOf(target, { options: { ...planOf(target).options, withParquet: true } }) }))
  return out
}

/** Nulls go where a file has none: Arrow adds them for absent keys. */
function withoutNulls<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, item) => (item === null ? undefined : item))) as T
}

describe.skipIf(!hasModule('json'))('trainers’ own code, where python3 has it (skipped: no python3)', () => {
  const ran: Record<string, Ran> = {}
  const rows: Record<string, JsonObject[]> = {}

  beforeAll(async () => {
    const folders = {
      trl: await exported('trl'),
      axolotl: await exported('axolotl'),
      llamafactory: await exported('llamafactory'),
      openai: await exported('openai'),
    }
    const templateText = (name: string) => readFileSync(join(templatesFolder, `${name}.jinja`), 'utf8')
    const template = templateText(TEMPLATE)
    const jsonl = (target: keyof typeof folders) => join(folders[target], 'train.jsonl')
    for (const target of Object.keys(folders) as (keyof typeof folders)[]) rows[target] = rowsOf(await readFile(jsonl(target), 'utf8'))
    const [dataset] = Object.keys(JSON.parse(await readFile(join(folders.llamafactory, 'dataset_info.json'), 'utf8')) as JsonObject)
    const config = parse(await readFile(join(folders.axolotl, 'axolotl.yml'), 'utf8')) as { datasets: JsonObject[] }
    const mappings = config.datasets[0]?.message_property_mappings
    const jobs = [
      { name: 'datasets, trl JSONL', library: 'datasets', format: 'json', file: jsonl('trl') },
      { name: 'datasets, axolotl JSONL', library: 'datasets', format: 'json', file: jsonl('axolotl') },
      { name: 'datasets, llamafactory JSONL', library: 'datasets', format: 'json', file: jsonl('llamafactory') },
      { name: 'datasets, trl Parquet', library: 'datasets', format: 'parquet', file: join(folders.trl, 'train.parquet') },
      { name: 'pyarrow, trl Parquet', library: 'pyarrow', file: join(folders.trl, 'train.parquet') },
      { name: 'trl, chat template', library: 'trl', file: jsonl('trl'), template },
      { name: 'llamafactory, converter', library: 'llamafactory', file: jsonl('llamafactory'), folder: folders.llamafactory, dataset },
      ...Object.entries(BY_AXOLOTL).map(([name, eos]) => ({
        name: `axolotl, ${name}`,
        library: 'axolotl',
        file: jsonl('axolotl'),
        template: templateText(name),
        eos,
        prompter: { message_property_mappings: mappings },
      })),
    ]
    const made = runPython('trainers.py', { jobs }) as Ran[]
    for (const [at, { name }] of jobs.entries()) if (made[at]) ran[name] = made[at]
  }, 120_000)

  afterAll(() => {
    const lines = Object.entries(ran).map(
      ([name, { version, missing, stoodIn = [], error }]) =>
        `${name.padEnd(30)} ${(version ?? '-').padEnd(10)} ${missing ? `not run: ${missing}` : error ? `FAILED: ${error}` : stoodIn.length > 0 ? `run without ${stoodIn.join(', ')}` : 'run'}`,
    )
    console.log(`${PYTHON}\n${lines.join('\n')}`)
  })

  /** What a library gave back; null where it is not here. */
  function resultOf(name: string): Ran['result'] | null {
    const found = ran[name]
    expect(found?.error).toBeUndefined()
    return found?.missing === null ? found.result : null
  }

  test.each(['trl', 'axolotl', 'llamafactory'])('datasets loads the JSONL for %s as it was written', (target) => {
    const loaded = resultOf(`datasets, ${target} JSONL`)
    if (loaded) expect(loaded.rows).toEqual(withoutNulls(rows[target]))
  })

  test.each(['datasets, trl Parquet', 'pyarrow, trl Parquet'])('%s has every message with arguments as text', (name) => {
    const loaded = resultOf(name)
    if (!loaded) return
    const messages = loaded.rows?.[0]?.messages as JsonObject[]
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool', 'assistant'])
    expect(messages[2]).toMatchObject({
      reasoning_content: 'Let me look.',
      tool_calls: [{ id: 'c1', function: { arguments: '{"command":"ls","timeout":3}' } }],
    })
  })

  test('TRL’s chat template writes the text that we show', () => {
    const loaded = resultOf('trl, chat template')
    if (!loaded) return
    const template = testTemplate(TEMPLATE)
    const texts = (rows.trl ?? []).map(({ messages, tools }) => {
      const list = messages as unknown as Parameters<typeof template.render>[0]['messages']
      return template.render({ messages: list, indexes: list.map((_, at) => at), tools: (tools ?? []) as JsonObject[], masked: new Set() })
        .text
    })
    expect(loaded.texts).toEqual(texts)
  })

  test('LLaMA-Factory converts every row, and skips none', () => {
    const loaded = resultOf('llamafactory, converter')
    if (loaded)
      expect(loaded.rows?.map(({ turns }) => turns)).toEqual(
        (rows.llamafactory ?? []).map(({ conversations }) => (conversations as JsonObject[]).length),
      )
  })

  test.each(Object.keys(BY_AXOLOTL))('axolotl reads every turn, and writes and trains on the text that we show: %s', (name) => {
    const loaded = resultOf(`axolotl, ${name}`)
    if (!loaded) return
    expect(loaded.rows?.[0]?.training).toEqual([false, false, true, false, true])
    const format = targetOf('axolotl')
    const { policies, options } = planOf('axolotl')
    const maker = { format, files: format.files, context: { policies, options, template: testTemplate(name), encoder: null } }
    const views = filed.map((one) => trainerView(maker, [{ ...one, edits: NO_EDITS }]))
    expect(loaded.rows?.map(({ text, trained }) => ({ text, trained }))).toEqual(
      views.map(({ text, trained }) => ({ text, trained: (trained ?? []).map(({ start, end }) => text.slice(start, end)) })),
    )
  })
})
