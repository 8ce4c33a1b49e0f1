import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#record'
import { readTable } from '../../support/read-csv.ts'
import { hasSharedData, sharedData, sharedFiles, sharedRows } from '../../support/shared-rows.ts'
import { exportOf, file, finish, freshFolder } from './export-desk.ts'

const tutorial = resolve(import.meta.dirname, '../../../../shared/reference/tutorial.py')
const python = spawnSync('python3', ['--version']).status === 0
const missing = [!python && 'no python3', !hasSharedData && 'no ../shared/data', !existsSync(tutorial) && 'no ../shared/reference'].filter(
  Boolean,
)
const suite = missing.length > 0 ? describe.skip : describe

/** What the tutorial computes of each row of a file in the first release's shape. */
function tutorialRows(name: string, agent: string, model: string): JsonObject[] {
  const out = execFileSync('python3', [tutorial, agent, model, join(sharedData, 'jsonl', name)], { maxBuffer: 1 << 30, encoding: 'utf8' })
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject)
}

/** Exports a file's rows, all kept; ids are places, so that rows with equal ids stay apart. */
async function exported(name: string, agent: string, model: string) {
  const filed = sharedRows(name).map((row, index) => file(row, {}, { file: name, row: index, config: agent, split: model }))
  const distinct = filed.map(({ row, example }, index) => ({ row: { ...row, id: `row-${index}` }, example }))
  const byId = new Map(distinct.map(({ row, example }) => [row.id, example]))
  const out = await freshFolder()
  const example = async (id: string) => byId.get(id) ?? Promise.reject(new Error(id))
  await finish(exportOf(distinct, out, { example }))
  const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trimEnd().split('\n')
  const table = readTable(await readFile(join(out, 'open_swe_traces_analysis.csv'), 'utf8'))
  return { records: lines.map((line) => JSON.parse(line) as JsonObject), table }
}

/** A value as pandas would write it to a cell, the formula guard laid over texts. */
function cellOf(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : String(value)
}

const FIELDS = ['instance_id', 'repo', 'language', 'license', 'agent', 'model', 'resolved', 'n_messages']

suite(`the export beside the tutorial${missing.length > 0 ? ` (skipped: ${missing.join(', ')})` : ''}`, () => {
  it.each(sharedFiles('trajectory-r1').map((name) => [name]))('%s: every field and every column has the tutorial’s value', async (name) => {
    const agent = name.split('.')[0] ?? ''
    const expected = tutorialRows(name, agent, 'minimax_m25')
    const { records, table } = await exported(name, agent, 'minimax_m25')
    expect(records).toHaveLength(expected.length)
    for (const [index, wanted] of expected.entries()) {
      const record = records[index] ?? {}
      for (const field of FIELDS) expect([field, record[field]]).toEqual([field, wanted[field]])
      for (const field of ['tools', 'messages', 'chatml', 'model_patch', 'trajectory_id']) {
        expect([index, field, record[field]]).toEqual([index, field, wanted[`_${field}`]])
      }
      expect(String(record.traj_tokens)).toBe(table[index]?.traj_tokens)
      const columns = Object.keys(wanted).filter((column) => !column.startsWith('_'))
      expect(columns).toHaveLength(21)
      for (const column of columns) expect([column, table[index]?.[column]]).toEqual([column, cellOf(wanted[column])])
    }
  })

  it.each(['openhands', 'sweagent'])('%s: the second and the current release give the same lines as the first', async (agent) => {
    const first = await exported(`${agent}.trajectory-r1.jsonl.gz`, agent, 'm')
    for (const name of [`${agent}.trajectory-r2.jsonl.gz`, `${agent}.messages-r3.jsonl.gz`]) {
      expect((await exported(name, agent, 'm')).records).toEqual(first.records)
    }
  })
})
