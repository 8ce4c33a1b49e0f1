import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '#record'
import { readAxolotl } from './axolotl.ts'
import { BREAKS, type Break, brokenCopy, SESSION_BREAKS } from './broken-copies.ts'
import { readText } from './chatml.ts'
import { readDatasetInfo, readLlamaFactory } from './llamafactory.ts'
import { readOpenai } from './openai.ts'
import { readPreference } from './preference.ts'
import { readPretokenized } from './pretokenized.ts'
import { RowRefused } from './seen.ts'
import { rowsOf } from './strict.ts'
import { readSession } from './sts.ts'
import { readTrl } from './trl.ts'
import { readTutorial } from './tutorial.ts'

const tools: Json = [{ type: 'function', function: { name: 'bash', description: '', parameters: { type: 'object', properties: {} } } }]
const call = (given: Json): Json => ({ id: 'c1', type: 'function', function: { name: 'bash', arguments: given } })
const answer: Json = { role: 'tool', tool_call_id: 'c1', content: 'a.py' }
const messages = (given: Json, over: JsonObject = {}): Json[] => [
  { role: 'user', content: 'Look.' },
  { role: 'assistant', content: '', tool_calls: [call(given)], ...over },
  answer,
  { role: 'assistant', content: 'Done.', ...over },
]
const ls = { command: 'ls' }
const info = readDatasetInfo(
  '{"train": {"file_name": "train.jsonl", "formatting": "sharegpt", "columns": {"messages": "conversations", "system": "system", "tools": "tools"}}}',
)
const axolotl = { fieldMessages: 'messages', fieldTools: 'tools', fieldTraining: 'train', rolesToTrain: ['assistant'] }

/** A whole row of each target, and its reader. */
const WHOLE: Record<keyof typeof BREAKS, [row: JsonObject, read: (row: JsonObject) => unknown]> = {
  trl: [{ messages: messages(ls), tools }, (row) => readTrl(row, 'row 1')],
  axolotl: [{ messages: messages(ls, { train: true }), tools }, (row) => readAxolotl(row, axolotl, 'row 1')],
  openai: [{ messages: messages(JSON.stringify(ls), { weight: 1 }), tools }, (row) => readOpenai(row, 'row 1')],
  llamafactory: [
    {
      system: 'You look.',
      tools: JSON.stringify([{ name: 'bash', description: '', parameters: { type: 'object', properties: {} } }]),
      conversations: [
        { from: 'human', value: 'Look.' },
        { from: 'function_call', value: '<think>\nhm\n</think>\n\n[{"name": "bash", "arguments": {"command": "ls"}}]' },
        { from: 'observation', value: 'a.py' },
        { from: 'gpt', value: 'Done.' },
      ],
    },
    (row) => readLlamaFactory(row, info.train ?? missing(), 'row 1'),
  ],
  chatml: [{ text: '<|im_start|>user\nLook.<|im_end|>\n' }, (row) => readText(row, 'row 1')],
  pretokenized: [
    { input_ids: [5, 6, 7, 8], labels: [-100, 6, 7, 8], attention_mask: [1, 1, 1, 1] },
    (row) => readPretokenized(row, 'row 1'),
  ],
  preference: [
    {
      prompt: [{ role: 'user', content: 'Look.' }],
      chosen: messages(ls).slice(1),
      rejected: [{ role: 'assistant', content: 'No.' }],
      tools,
    },
    (row) => readPreference(row, 'row 1'),
  ],
  tutorial: [
    { instance_id: 'i', messages: [{ role: 'user', content: 'Look.' }], chatml: '', tools: { bash: 1 }, n_messages: 1, context_only: [0] },
    (row) => readTutorial(row, 'row 1'),
  ],
}

function missing(): never {
  throw new Error('the info of the test names no such dataset')
}

function refuses(row: JsonObject, breaks: readonly Break[], read: (row: JsonObject) => unknown) {
  test('takes a whole row', () => {
    expect(() => read(row)).not.toThrow()
  })
  test.each(breaks)('refuses: $name', (way) => {
    const copy = brokenCopy(row, way)
    expect(copy).not.toBeNull()
    expect(() => read(copy ?? row)).toThrow(RowRefused)
    expect(() => read(copy ?? row)).toThrow(/^row 1/)
  })
}

for (const [target, [row, read]] of Object.entries(WHOLE)) {
  describe(`the reader of ${target}`, () => refuses(row, BREAKS[target as keyof typeof BREAKS], read))
}

describe('the reader of sts', () => {
  const said = (message: JsonObject): JsonObject => ({ type: 'message', message })
  const lines: JsonObject[] = [
    { type: 'session', harness: 'winnow', id: 's1' },
    said({ role: 'user', content: 'Look.' }),
    said({ role: 'assistant', content: '', toolCalls: [{ id: 'c1', function: { name: 'bash', arguments: '{"command":"ls"}' } }] }),
    said({ role: 'tool', toolCallId: 'c1', content: 'a.py' }),
  ]
  refuses({ lines }, SESSION_BREAKS, (row) => readSession(row.lines as JsonObject[], 'row 1'))
})

describe('a dataset_info.json', () => {
  const entry = { file_name: 'train.jsonl', formatting: 'sharegpt', columns: { messages: 'conversations' } }
  test.each<[string, Json]>([
    ['no file', { ...entry, file_name: '' }],
    ['another formatting', { ...entry, formatting: 'alpaca' }],
    ['no formatting, which is alpaca', { file_name: 'train.jsonl', columns: entry.columns }],
    ['columns without the messages', { ...entry, columns: { system: 'system' } }],
    ['a column nobody reads', { ...entry, columns: { ...entry.columns, mask: 'mask' } }],
    ['some tags alone, which takes the others away', { ...entry, tags: { role_tag: 'from' } }],
  ])('is refused: %s', (_, broken) => {
    expect(() => readDatasetInfo(JSON.stringify({ train: broken }))).toThrow(/^dataset_info\.json, train/)
  })
})

describe('the lines of a file', () => {
  test.each([
    ['a byte order mark', '\ufeff{}\n', /row 1: no byte order mark/],
    ['no line break at the end', '{}\n{}', /the last row/],
    ['an empty line', '{}\n\n{}\n', /row 2: no JSON/],
    ['half a row', '{}\n{"messages": [\n', /row 2: no JSON/],
    ['a list', '[]\n', /row 1: an object is needed/],
  ])('are refused with %s', (_, text, message) => {
    expect(() => rowsOf(text)).toThrow(message)
  })
  test('may hold separators that JSON lets stand', () => {
    expect(rowsOf('{"a": "x\u2028y"}\n')).toEqual([{ a: 'x\u2028y' }])
  })
})
