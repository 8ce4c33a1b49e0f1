import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type ExportEvent, type ExportOptions, type ExportResult, runExport } from '#export'
import { measureExample, measureInfoFor } from '#measure'
import { indexOf } from '#parse'
import type { Example, ExampleRow, Json } from '#record'
import { outcomeOf } from '#review'
import { rowValues } from '../../support/row-values.ts'
import { parseExample } from '../../support/rows.ts'

/** Where a row stands, as a test lays it over what was parsed and measured. */
export type Standing = Partial<
  Pick<ExampleRow, 'verdict' | 'reasons' | 'decision' | 'decisionReason' | 'note' | 'reviewer' | 'isStale' | 'isDisputed' | 'isMeasured'>
>

/** An example with its row. */
export interface Filed {
  row: ExampleRow
  example: Example
}

/** Parses and measures a row and says where it stands; kept by the recipe unless told otherwise. */
export function file(value: Json, standing: Standing = {}, place: Parameters<typeof parseExample>[1] = {}): Filed {
  const example = parseExample(value, place)
  const { decision = null, verdict = 'keep' } = standing
  const row: ExampleRow = {
    ...indexOf(example),
    values: rowValues(measureExample(example)),
    isMeasured: true,
    reasons: [],
    decisionReason: null,
    note: null,
    reviewer: null,
    isStale: false,
    decidedBy: [],
    isDisputed: false,
    tags: [],
    isFlagged: false,
    maskedMessages: 0,
    isCut: false,
    redactions: 0,
    ...standing,
    verdict,
    decision,
    outcome: outcomeOf(decision, verdict),
  }
  return { row, example }
}

/** Options of an export of these examples, with a fixed clock. */
export function exportOf(filed: Filed[], outDir: string, over: Partial<ExportOptions> = {}): ExportOptions {
  return {
    target: 'tutorial',
    outDir,
    total: filed.length,
    rows: async function* () {
      for (const { row } of filed) yield row
    },
    example: async (id) => {
      const found = filed.find(({ row }) => row.id === id)
      if (!found) throw new Error(`not asked for in this test: ${id}`)
      return found.example
    },
    facts: {
      winnowVersion: '0.1.0',
      measures: measureInfoFor('Qwen3-8B@0123456789ab'),
      sources: [{ id: 's1', uri: '/data', revision: 'local-0123456789abcdef', shapes: ['R1'], examples: filed.length }],
      recipe: { name: 'tutorial', hash: 'a'.repeat(64), text: 'steps: [{rule: resolved-label}]\n', rules: { 'resolved-label': 1 } },
      funnel: null,
      ledgerHead: { seq: 2, hash: 'b'.repeat(64) },
      decidedAt: () => '2026-01-02T03:04:05.000Z',
    },
    now: () => new Date('2026-01-02T03:04:06.000Z'),
    ...over,
  }
}

/** Runs an export to its end. */
export async function finish(options: ExportOptions): Promise<{ result: ExportResult; events: ExportEvent[] }> {
  const events: ExportEvent[] = []
  for await (const event of runExport(options)) events.push(event)
  const last = events.at(-1)
  if (last?.kind !== 'done') throw new Error('the export did not end')
  return { result: last.result, events }
}

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A new folder that nothing else uses, gone after the test file. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-export-'))
  made.push(folder)
  return folder
}

/** Every file of a folder with its text, hidden ones and folders' names included. */
export async function folderTexts(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder)
  const texts = names.sort().map(async (name) => [name, await readFile(join(folder, name), 'utf8').catch(() => '(folder)')] as const)
  return Object.fromEntries(await Promise.all(texts))
}
