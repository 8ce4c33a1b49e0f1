import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import {
  type Chosen,
  countPeople,
  type ExportEvent,
  type ExportOptions,
  type ExportResult,
  type LoadedExample,
  type ManifestFacts,
  makeRow,
  OverrideCount,
  type RowMaker,
  runExport,
  targetOf,
  type WantedUnit,
} from '#export'
import { measureExample, measureInfoFor } from '#measure'
import { indexOf } from '#parse'
import { type Example, type ExampleEdits, type ExampleRow, type ExportPlan, type Json, NO_EDITS } from '#record'
import { outcomeOf } from '#review'
import type { RowContext } from '../../../src/core/export/targets/target-format.ts'
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

/** The plan of an export for a target, with the defaults of the contract. */
export function planOf(target: ExportPlan['target'] = 'tutorial', over: Partial<ExportPlan> = {}): ExportPlan {
  return {
    target,
    choice: { selection: {}, queue: null, outcome: 'keep', caps: [], mixture: null, limit: null, seed: 0 },
    splits: null,
    policies: { reasoning: 'as-is', masks: 'take-whole', overlong: 'take', lost: 'take' },
    options: { arguments: 'as-needed', contextLength: null, template: null, withReferencePatch: false, withParquet: false },
    ...over,
  }
}

/** What a test says of an export besides its options. */
interface Surroundings {
  editsOf(id: string): ExampleEdits
  /** Stands for whatever brings a row. */
  example(id: string): Promise<Example>
  template: RowContext['template']
  encoder: RowContext['encoder']
}

/** Options of an export of these examples: all that are kept leave, made one by one. */
export function exportOf(
  filed: Filed[],
  outDir: string,
  { editsOf = () => NO_EDITS, example, template = null, encoder = null, ...over }: Partial<ExportOptions & Surroundings> = {},
): ExportOptions {
  const byId = new Map(filed.map((one) => [one.row.id, one.example]))
  const find = async (id: string) => byId.get(id) ?? Promise.reject(new Error(`not asked for in this test: ${id}`))
  const plan = over.plan ?? planOf()
  return {
    plan,
    chosen: chosenOf(filed),
    outDir,
    rows: async function* () {
      for (const { row } of filed) yield row
    },
    makeRows: async function* (units) {
      for await (const unit of units)
        yield { unit, made: makeRow(makerOf(plan, { template, encoder }), await loaded(unit, example ?? find, editsOf)) }
    },
    facts: factsOf(filed.length),
    ...over,
  }
}

/** All that are kept, in one part. */
export function chosenOf(filed: readonly Filed[]): Chosen {
  const units = filed
    .filter(({ row }) => row.isMeasured && row.outcome === 'keep')
    .map(({ row }) => ({ ids: [row.id] as const, split: null }))
  return { units, hash: 'c'.repeat(64), steps: [], mixture: [], splits: null, warnings: [] }
}

function makerOf({ target, policies, options }: ExportPlan, by: Pick<RowContext, 'template' | 'encoder'>): RowMaker {
  const format = targetOf(target)
  const files = format.files.filter(({ isIn }) => isIn?.(options) ?? true)
  return { format, files, context: { policies, options, ...by } }
}

async function loaded({ rows }: WantedUnit, example: Surroundings['example'], editsOf: Surroundings['editsOf']): Promise<LoadedExample[]> {
  return Promise.all(rows.map(async (row) => ({ row, example: await example(row.id), edits: editsOf(row.id) })))
}

function factsOf(examples: number): ManifestFacts {
  return {
    winnowVersion: '0.1.0',
    measures: measureInfoFor('Qwen3-8B@0123456789ab'),
    sources: [{ id: 's1', uri: '/data', revision: 'local-0123456789abcdef', shapes: ['R1'], examples, license: 'cc-by-4.0' }],
    recipe: { name: 'tutorial', hash: 'a'.repeat(64), text: 'steps: [{rule: resolved-label}]\n', rules: { 'resolved-label': 1 } },
    funnel: null,
    ledgerHead: { seq: 2, hash: 'b'.repeat(64), time: '2026-01-02T03:04:05.000Z', entries: 2 },
    ledgerLines: () => [],
    people: { ...countPeople([], new Map()), overrides: new OverrideCount().rates() },
    overrides: async function* () {},
    template: null,
    tokenizer: 'Qwen3-8B@0123456789ab',
    decisionOf: () => ({ seq: 1, time: '2026-01-02T03:04:05.000Z' }),
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
