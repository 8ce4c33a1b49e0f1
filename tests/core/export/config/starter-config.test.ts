import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type JsonObject, type Split, TARGET_IDS, type TargetId } from '#record'
import { datasetInfo } from '../../../../src/core/export/config/dataset-info.ts'
import { starterConfig } from '../../../../src/core/export/config/starter-config.ts'
import type { ExportSummary } from '../../../../src/core/export/summary.ts'
import { readDatasetInfo } from '../../../support/trainers/llamafactory.ts'

/** As much of a summary as a config is made from; reading anything else throws. */
function summaryOf(known: { contextLength?: number; longest?: number; splits?: Split[] } = {}): ExportSummary {
  const { contextLength = null, longest, splits = ['train'] } = known
  const files = splits.flatMap((split) =>
    ['jsonl', 'parquet'].map((extension) => ({ path: `${split}.${extension}`, sha256: '', bytes: 0, rows: 1 })),
  )
  const tokens = longest === undefined ? null : { encoding: 'o200k_base@1', total: longest, trained: null, longest, bySplit: {} }
  return {
    plan: { options: { contextLength } },
    tokens,
    files: [...files, { path: 'rows.jsonl', sha256: '', bytes: 0, rows: 1 }],
  } as unknown as ExportSummary
}

/** Where each config says how long a row may be. */
const LENGTH: Partial<Record<TargetId, RegExp>> = {
  trl: /^max_length: (\d+)$/m,
  tutorial: /^max_length: (\d+)$/m,
  chatml: /^max_length: (\d+)$/m,
  pretokenized: /^max_length: (\d+)$/m,
  preference: /^max_length: (\d+)$/m,
  axolotl: /^sequence_len: (\d+)$/m,
  llamafactory: /^cutoff_len: (\d+)$/m,
  openai: /"tokens": (\d+)/,
}

describe.each(TARGET_IDS.flatMap((target) => (LENGTH[target] ? [{ target, length: LENGTH[target] }] : [])))(
  'the config of $target',
  ({ target, length }) => {
    const lengthIn = (known: Parameters<typeof summaryOf>[0]) =>
      Number(length.exec(starterConfig(target, summaryOf(known))[0]?.text ?? '')?.[1])
    test('sets the context length: what was asked for, else the longest row with room for a template, else a guess', () => {
      expect([
        lengthIn({ contextLength: 5_000, longest: 40_001 }),
        lengthIn({ longest: 40_001 }),
        lengthIn({ longest: 1_024 }),
        lengthIn({}),
      ]).toEqual([5_000, 45_056, 2_048, 65_536])
    })
    test('says where the number is from', () => {
      expect(starterConfig(target, summaryOf({ longest: 40_001 }))[0]?.text).toContain(
        'the longest row has 40,001 tokens by o200k_base@1, and an eighth more for what a template adds',
      )
    })
  },
)

test('rows that were rendered are as long as they are', () => {
  const summary = summaryOf({ longest: 40_001 })
  const rendered = { ...summary, tokens: summary.tokens && { ...summary.tokens, trained: 9 } }
  expect(starterConfig('pretokenized', rendered)[0]?.text).toContain('max_length: 40960')
})

test('where nothing left, the config names the file that would be', () => {
  expect(starterConfig('trl', { ...summaryOf(), files: [] })[0]?.text).toContain('data_files: train.jsonl')
})

test('targets that no trainer reads have none', () => {
  expect([starterConfig('parquet', summaryOf()), starterConfig('sts', summaryOf())]).toEqual([[], []])
})

test.each([
  ['trl', 'data_files: train.jsonl'],
  ['pretokenized', 'data_files: train.parquet'],
  ['axolotl', 'path: train.jsonl'],
  ['llamafactory', 'dataset: winnow_train'],
  ['openai', '"file": "train.jsonl"'],
] as const)('the config of %s reads %s', (target, line) => {
  expect(starterConfig(target, summaryOf())[0]?.text).toContain(line)
})

test.each([
  ['axolotl', 'test_datasets:\n  - path: validation.jsonl'],
  ['llamafactory', 'eval_dataset: winnow_validation'],
  ['openai', '"validation_file": "id of validation.jsonl"'],
  ['trl', 'validation.jsonl, test.jsonl'],
] as const)('with splits the config of %s names them', (target, line) => {
  expect(starterConfig(target, summaryOf({ splits: ['train', 'validation', 'test'] }))[0]?.text).toContain(line)
})

test('the config of axolotl hands the template every field a message can have, whatever axolotl finds in the template', () => {
  const { datasets } = parse(starterConfig('axolotl', summaryOf())[0]?.text ?? '') as { datasets: JsonObject[] }
  const fields = ['role', 'content', 'reasoning_content', 'tool_calls', 'tool_call_id', 'name']
  expect(datasets[0]?.message_property_mappings).toEqual(Object.fromEntries(fields.map((field) => [field, field])))
})

test('dataset_info.json describes each file of rows as LLaMA-Factory reads it', () => {
  const info = readDatasetInfo(datasetInfo(summaryOf({ splits: ['train', 'validation'] })).text)
  expect(Object.entries(info).map(([name, { file }]) => [name, file])).toEqual([
    ['winnow_train', 'train.jsonl'],
    ['winnow_validation', 'validation.jsonl'],
  ])
})
