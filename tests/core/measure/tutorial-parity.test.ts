import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { get_encoding } from 'tiktoken'
import { afterAll, describe, expect, it } from 'vitest'
import { measureExample, toolCounts, tutorialColumns } from '#measure'
import { parseRow } from '#parse'
import type { Example, Measurements, RawRow } from '#record'
import { openSource } from '#source'
import { hasSharedData, sharedData } from '../../support/shared-rows.ts'

const tutorial = resolve(sharedData, '../reference/tutorial.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
const missing = hasSharedData && existsSync(tutorial) ? (hasPython ? '' : ' (skipped: no python3)') : ' (skipped: no ../shared/data)'

const folder = mkdtempSync(join(tmpdir(), 'winnow-parity-'))
const encoding = get_encoding('cl100k_base')
afterAll(() => {
  encoding.free()
  rmSync(folder, { recursive: true })
})

type TutorialRow = Record<string, unknown> & { _text: string; _tools: Record<string, number>; _trajectory_id: string }

/** A file of a source: its place and its rows, raw and parsed. */
interface ReadFile {
  path: string
  config: string | null
  split: string | null
  raws: RawRow[]
  examples: Example[]
}

async function readSource(address: string): Promise<ReadFile[]> {
  const source = await openSource(join(sharedData, address), { sourceId: 's1' })
  return Promise.all(
    source.files.map(async ({ path, config, split }, index) => {
      const file = source.files[index]
      const raws: RawRow[] = []
      if (file) for await (const item of source.rows(file)) raws.push('value' in item ? item : expect.fail(item.reason))
      return { path, config, split, raws, examples: raws.map(exampleOf) }
    }),
  )
}

function exampleOf(raw: RawRow): Example {
  const parsed = parseRow(raw)
  return parsed.kind === 'example' ? parsed.example : expect.fail(parsed.rejection.reason)
}

function runTutorial(agent: string, model: string, path: string): TutorialRow[] {
  const run = spawnSync('python3', [tutorial, agent, model, path], {
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  if (run.status !== 0) throw new Error(run.stderr.toString())
  return run.stdout
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TutorialRow)
}

function expectSame(example: Example, row: TutorialRow | undefined): void {
  const expected = { ...row, traj_tokens: encoding.encode_ordinary(row?._text ?? '').length } as Record<string, unknown>
  const values = measureExample(example)
  for (const column of tutorialColumns) expect(values[column], `${column} of ${example.id}`).toEqual(expected[column])
  expect(Object.fromEntries(toolCounts(example))).toEqual(row?._tools)
}

const piece = fc.constantFrom(
  ...[
    '\n',
    '\r',
    '\r\n',
    '\v',
    '\f',
    '\x1c',
    '\x1d',
    '\x1e',
    '\x1f',
    '\x85',
    '\xa0',
    '\u2028',
    '\u2029',
    '\u3000',
    '\ufeff',
    '\0',
    ' ',
    '\t',
  ],
  ...['diff --git', 'diff --git a/x b/x', '+', '-', '+++', '---', '@@ -1 +1 @@', 'a', 'é', '漢字', '👩‍👩‍👧', '<|endoftext|>'],
  ...['<function', '=', 'Edit_File-2>', '<FUNCTİON=ſK>', '<execute_', 'bash>', '<execute_ıp>', '```bash', '```Sh', '```shell_x', '```shé'],
)
const hostileText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
const hostileContent = fc.oneof(
  hostileText,
  fc.constant(null),
  fc.array(fc.oneof(hostileText, fc.record({ type: fc.constant('text'), text: hostileText })), { maxLength: 3 }),
)
const hostileRow = fc.record({
  trajectory_id: fc.uuid(),
  instance_id: fc.option(fc.constant('o__r-1')),
  language: fc.constantFrom('Python', '', null),
  resolved: fc.constantFrom(1, 0, -1, null),
  metadata: fc.constantFrom(
    { category: 'bug-fix', num_modified_files: 2, num_modified_lines: 9 },
    { category: null },
    null,
    '{"num_modified_files":3}',
  ),
  model_patch: fc.option(hostileText),
  trajectory: fc.array(fc.record({ role: fc.constantFrom('system', 'user', 'assistant', 'tool', 'developer'), content: hostileContent }), {
    minLength: 1,
    maxLength: 5,
  }),
})

/** The tutorial's columns of every row, by trajectory id. */
async function columnsOf(address: string): Promise<Map<string, Measurements>> {
  const examples = (await readSource(address)).flatMap((file) => file.examples)
  return new Map(
    examples.map((example) => {
      const values = measureExample(example)
      return [example.id, Object.fromEntries(tutorialColumns.map((column) => [column, values[column] ?? null]))]
    }),
  )
}

describe(`the analysis columns beside tutorial.py${missing}`, () => {
  const jsonl = missing === '' ? readdirSync(join(sharedData, 'jsonl')).filter((name) => name.includes('trajectory-r1')) : []
  it.skipIf(missing !== '').each(jsonl.length > 0 ? jsonl : ['*.trajectory-r1.jsonl.gz'])('are equal for every row of %s', async (name) => {
    const [file] = await readSource(`jsonl/${name}`)
    const rows = runTutorial(name.split('.')[0] ?? '', '-', join(sharedData, 'jsonl', name))
    expect(file?.examples.length).toBe(rows.length)
    for (const [index, example] of (file?.examples ?? []).entries()) expectSame(example, rows[index])
  })

  it.skipIf(missing !== '')('are equal for every row of hub-r1, agent and model told by config and split', async () => {
    const files = await readSource('hub-r1')
    expect(new Set(files.map(({ config }) => config))).toEqual(new Set(['openhands', 'sweagent']))
    expect(new Set(files.map(({ split }) => split))).toEqual(new Set(['minimax_m25', 'qwen35_122b']))
    for (const { config, split, raws, examples } of files) {
      const copy = join(folder, `${config}-${split}.jsonl`)
      writeFileSync(copy, raws.map((raw) => JSON.stringify(raw.value)).join('\n'))
      const rows = runTutorial(config ?? '-', split ?? '-', copy)
      expect(rows.length).toBe(examples.length)
      for (const [index, example] of examples.entries()) expectSame(example, rows[index])
    }
  })

  it.skipIf(missing !== '')('are the same for the same rows in the second and third release', async () => {
    const [first, second, third] = await Promise.all(['hub-r1', 'hub-r2', 'hub-r3'].map(columnsOf))
    expect(first?.size).toBeGreaterThan(50)
    for (const [id, values] of first ?? []) {
      expect(second?.get(id), id).toEqual(values)
      expect(third?.get(id), id).toEqual(values)
    }
  })

  it.skipIf(!hasPython || missing !== '')('are equal for hostile texts: odd line ends, tags, blocks and patches', () => {
    const rows = fc.sample(hostileRow, { numRuns: 400, seed: 22 })
    const path = join(folder, 'hostile.jsonl')
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'))
    const expected = runTutorial('openhands', 'minimax_m25', path)
    const ref = { sourceId: 's1', uri: path, revision: null, file: 'hostile.jsonl' }
    for (const [row, value] of rows.entries()) {
      expectSame(exampleOf({ ref: { ...ref, row }, hints: { config: 'openhands', split: 'minimax_m25' }, value }), expected[row])
    }
  })
})
