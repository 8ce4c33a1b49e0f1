import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { get_encoding } from 'tiktoken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#record'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { readTable } from '../support/read-csv.ts'
import { sharedData } from '../support/shared-rows.ts'
import { missing, type TutorialRow, tutorialRows } from './tutorial-rows.ts'

/** A recipe that lets every row through, so that every row is written. */
const EVERYTHING = 'steps:\n  - rule: languages\n    allow: []\n'

/** Fields of a training line that are the tutorial's columns, and those it derives from the row. */
const PLAIN = ['instance_id', 'repo', 'language', 'license', 'agent', 'model', 'resolved', 'n_messages']
const DERIVED = ['trajectory_id', 'messages', 'chatml', 'tools', 'model_patch']

interface Exported {
  /** Training lines and table rows by trajectory id. */
  lines: Map<string, JsonObject>
  table: Map<string, Record<string, string>>
}

/** Adds a shared folder through the workbench and exports all of it for the tutorial. */
async function exported(address: string): Promise<Exported> {
  const bench = await openWorkbench()
  const out = join(bench.folder, 'sft')
  await lastEvent(await bench.client.source.add({ source: join(sharedData, address) }))
  await bench.client.recipe.apply({ text: EVERYTHING, name: 'everything' })
  await lastEvent(await bench.client.export.run({ target: 'tutorial', out }))
  const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trimEnd().split('\n')
  const table = readTable(await readFile(join(out, 'open_swe_traces_analysis.csv'), 'utf8'))
  await bench.remove()
  const records = lines.map((line) => JSON.parse(line) as JsonObject)
  return {
    lines: new Map(records.map((record) => [String(record.trajectory_id), record])),
    table: new Map(table.map((row) => [row.id ?? '', row])),
  }
}

/** A value as pandas writes it to a cell, the formula guard laid over texts. */
function cellOf(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : String(value)
}

/** A table row without the cost of its tool definitions, which the first release does not have. */
function withoutDefinitions(row: Record<string, string> = {}): Record<string, string> {
  const rest = (column: string) => String(Number(row[column]) - Number(row.tool_definition_tokens))
  const { tool_definition_tokens: _, model_tokens: __, ...kept } = row
  return { ...kept, full_tokens: rest('full_tokens'), template_tokens_estimate: rest('template_tokens_estimate') }
}

describe.skipIf(missing !== '')(
  `an export of real rows beside the tutorial${missing && ` (skipped: ${missing})`}`,
  { timeout: 120_000 },
  () => {
    const encoding = get_encoding('cl100k_base')
    let scratch = ''
    let expected: TutorialRow[] = []
    let first: Exported

    beforeAll(async () => {
      scratch = await mkdtemp(join(tmpdir(), 'winnow-parity-'))
      expected = await tutorialRows('hub-r1', scratch)
      first = await exported('hub-r1')
    }, 120_000)

    afterAll(async () => {
      encoding.free()
      await rm(scratch, { recursive: true, force: true })
    })

    it('writes every row of the first release once', () => {
      expect(expected.length).toBeGreaterThan(50)
      expect([...first.lines.keys()].sort()).toEqual(expected.map((row) => row._trajectory_id).sort())
      expect([...first.table.keys()].sort()).toEqual([...first.lines.keys()].sort())
    })

    it("gives each training line the tutorial's fields", () => {
      for (const row of expected) {
        const line = first.lines.get(row._trajectory_id)
        for (const field of PLAIN) expect([field, line?.[field]]).toEqual([field, row[field]])
        for (const field of DERIVED) expect([field, line?.[field]]).toEqual([field, row[`_${field}`]])
      }
    })

    it("gives each table row the tutorial's columns, its tokens being tiktoken's", () => {
      for (const row of expected) {
        const cells = first.table.get(row._trajectory_id)
        const columns = Object.keys(row).filter((column) => !column.startsWith('_'))
        expect(columns).toHaveLength(21)
        for (const column of columns) expect([column, cells?.[column]]).toEqual([column, cellOf(row[column])])
        const tokens = encoding.encode_ordinary(row._text).length
        expect([cells?.traj_tokens, first.lines.get(row._trajectory_id)?.traj_tokens]).toEqual([String(tokens), tokens])
      }
    })

    it.each(['hub-r2', 'hub-r3'])('gives the same values for the same rows of %s, the patch read from metadata', async (address) => {
      const later = await exported(address)
      for (const [id, line] of first.lines) {
        expect(later.lines.get(id), id).toEqual(line)
        expect(withoutDefinitions(later.table.get(id)), id).toEqual(withoutDefinitions(first.table.get(id)))
      }
    })
  },
)
