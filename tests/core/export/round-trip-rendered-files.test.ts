import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { describe, expect, test } from 'vitest'
import { verifyFolder } from '#export'
import { encoderOf } from '#measure'
import { type ExampleEdits, type ExportPlan, type JsonObject, NO_EDITS } from '#record'
import { buildCall, buildMessage, buildR3, buildTurn } from '../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../support/shared-rows.ts'
import { testTemplate } from '../../support/templates.ts'
import { readText } from '../../support/trainers/chatml.ts'
import { readPreference } from '../../support/trainers/preference.ts'
import { readPretokenized } from '../../support/trainers/pretokenized.ts'
import { rowsOf } from '../../support/trainers/strict.ts'
import { exportOf, type Filed, file, finish, freshFolder, planOf } from './export-desk.ts'

const ORIGIN = ['id', 'instance_id', 'repo', 'language', 'license', 'harness', 'model', 'resolved']
const template = testTemplate('qwen3-training-like')
const encoder = encoderOf({ kind: 'tiktoken', name: 'o200k_base' })

/** Real rows in the order of their ids: files of other shapes hold the same runs. */
const found = sharedFiles('').flatMap((name) =>
  sharedRows(name)
    .slice(0, 9)
    .map((row) => file(row, {}, { file: name })),
)
const real = [...new Map(found.map((one) => [one.row.id, one])).values()].sort((a, b) => (a.row.id < b.row.id ? -1 : 1)).slice(0, 20)

interface Asked {
  edits?: (one: Filed) => ExampleEdits
  policies?: Partial<ExportPlan['policies']>
}

/** Exports runs to a target that renders, and gives its rows with the plain text of its other files. */
async function exported(target: 'chatml' | 'pretokenized', filed: Filed[], { edits, policies }: Asked = {}) {
  const out = await freshFolder()
  const byId = new Map(filed.map((one) => [one.row.id, one]))
  const plan = planOf(target, { policies: { ...planOf().policies, ...policies } })
  const editsOf = (id: string) => {
    const one = byId.get(id)
    return (one && edits?.(one)) ?? NO_EDITS
  }
  const { result } = await finish(exportOf(filed, out, { plan, template, encoder, editsOf }))
  const text = (name: string) => readFile(join(out, name), 'utf8')
  return { out, result, rows: rowsOf(await text('train.jsonl')), text }
}

/** What the folder proves to be wrong with its own files and rows. */
async function problemsOf(out: string): Promise<string[]> {
  const checking = verifyFolder(out)
  let step = await checking.next()
  while (!step.done) step = await checking.next()
  return step.value.problems.list.flatMap(({ kind, where, message }) => (kind === 'file' || kind === 'row' ? [`${where}: ${message}`] : []))
}

/** The first turn of the assistant is context only. */
function firstTurnMasked({ example: { messages, contentHash } }: Filed): ExampleEdits {
  const turn = messages.find(({ role }) => role === 'assistant')
  return { ...NO_EDITS, masked: turn ? [turn.index] : [], contentHash }
}

/** Two runs of one task that part in their first turn. */
const pair = ['ls', 'rm -r .'].map((command, at) =>
  file(
    buildR3({
      trajectory_id: `run-${at}`,
      messages: [
        buildMessage('user', 'Fix the bug.'),
        buildTurn(buildCall('bash', { command }, 'c1')),
        { ...buildMessage('tool', 'a.py'), tool_call_id: 'c1' },
        buildMessage('assistant', 'Done.'),
      ],
    }),
  ),
)

describe('an export of rendered text', () => {
  test('is read row by row, as the template writes it, and its folder proves itself', async () => {
    const { out, rows } = await exported('chatml', pair)
    expect(rows.map((row) => readText(row, 'a row', ORIGIN).text)).toEqual([
      expect.stringContaining('Done.<|im_end|>'),
      expect.stringContaining('rm -r .'),
    ])
    expect(await problemsOf(out)).toEqual([])
  })

  test('leaves out, or refuses, what is context only', async () => {
    const { rows } = await exported('chatml', pair, { edits: firstTurnMasked, policies: { masks: 'leave-out' } })
    expect(rows).toEqual([])
    await expect(exported('chatml', pair, { edits: firstTurnMasked, policies: { masks: 'refuse' } })).rejects.toThrow(/context only/)
  })
})

describe('an export of token ids', () => {
  test('is read row by row, in Parquet too, without what is context only, and its folder proves itself', async () => {
    const { out, rows, result } = await exported('pretokenized', pair, { edits: firstTurnMasked })
    const seen = rows.map((row) => readPretokenized(row, 'a row'))
    const trained = seen.map(({ ids, trained: is }) => ids.filter((_, at) => is[at]).length)
    expect(trained.every((count, at) => count > 0 && count < 10 && count < (seen[at]?.ids.length ?? 0))).toBe(true)
    const bytes = await readFile(join(out, 'train.parquet'))
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const twin = await parquetReadObjects({ file: whole, compressors })
    expect(twin.map((row) => readPretokenized(row, 'a row'))).toEqual(seen)
    expect(await problemsOf(out)).toEqual([])
    expect(result.warnings).not.toContainEqual(expect.stringContaining('OpenAI'))
  })

  test('warns of ids that no trainer’s model reads', async () => {
    const out = await freshFolder()
    const made = exportOf(pair, out, { plan: planOf('pretokenized'), template, encoder })
    const { result } = await finish({ ...made, facts: { ...made.facts, tokenizer: 'o200k_base@1' } })
    expect(result.warnings).toContainEqual(expect.stringMatching(/^Token ids are by o200k_base@1, OpenAI’s own/))
  })
})

describe.skipIf(!hasSharedData)('real rows, rendered (skipped: no ../shared/data)', () => {
  test('leave as text and as ids of the same rows, each with a turn masked', async () => {
    const edits = firstTurnMasked
    const texts = await exported('chatml', real)
    const ids = await exported('pretokenized', real, { edits })
    expect(real.length).toBe(20)
    expect(texts.rows).toHaveLength(real.length)
    expect(ids.rows).toHaveLength(real.length)
    for (const [at, row] of ids.rows.entries()) {
      const { ids: tokens, trained } = readPretokenized(row, `row ${at}`)
      const { text } = readText(texts.rows[at] ?? {}, `row ${at}`, ORIGIN)
      expect(tokens).toEqual([...(encoder?.encode(text).ids ?? [])])
      expect(trained.filter(Boolean).length).toBeLessThan(tokens.length)
    }
    expect([await problemsOf(texts.out), await problemsOf(ids.out)]).toEqual([[], []])
  })
})

test('an export of pairs is read row by row, and its folder proves itself', async () => {
  const out = await freshFolder()
  const [chosen, rejected] = pair.map(({ row }) => row.id)
  const made = exportOf(pair, out, { plan: planOf('preference') })
  const units = [{ ids: [chosen ?? '', rejected ?? ''] as const, split: null }]
  await finish({ ...made, chosen: { ...made.chosen, units } })
  const [row] = rowsOf(await readFile(join(out, 'train.jsonl'), 'utf8')) as [JsonObject]
  expect(readPreference(row, 'the row')).toMatchObject({ prompt: 1 })
  expect(await problemsOf(out)).toEqual([])
})
