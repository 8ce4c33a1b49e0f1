import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { indexOf, indexRow, parseRow } from '#parse'
import type { ExampleIndex, Json, RawRow } from '#record'
import { openSource } from '#source'
import { buildFolder, readAll } from '../../support/rows-on-disk.ts'
import { hasSharedData, sharedData } from '../../support/shared-rows.ts'

const HUB = 'hf://datasets/owner/name'

function rawOf(value: Json, file = 'data/openhands/MiniMax-M2.5/set/train-0.parquet'): RawRow {
  return { ref: { sourceId: 's1', uri: HUB, revision: 'c0ffee', file, row: 7 }, hints: { config: null, split: null }, value }
}

function indexed(raw: RawRow): ExampleIndex {
  const row = indexRow(raw)
  if (row.kind === 'rejection') throw new Error(row.rejection.reason)
  return row.index
}

/** A row of the current release as its small columns give it. */
const SMALL = {
  instance_id: 'owner__repo-1',
  repo: 'owner/repo',
  license: 'MIT',
  language: 'Python',
  trajectory_id: '0000-1',
  messages: [],
  tools: [],
  resolved: 1,
  hf_dataset_name: 'owner/set',
  metadata: {
    category: 'bug-fix',
    teacher_model: { name: 'MiniMax-M2.5' },
    model_patch: { patch: null },
    reference_patch: { patch: null },
  },
}

describe('indexing a row', () => {
  it('takes all the small columns know, and no content hash', () => {
    expect(indexed(rawOf(SMALL))).toEqual({
      id: '0000-1',
      sourceId: 's1',
      file: 'data/openhands/MiniMax-M2.5/set/train-0.parquet',
      row: 7,
      shape: 'R3',
      contentHash: '',
      instanceId: 'owner__repo-1',
      trajectoryId: '0000-1',
      repo: 'owner/repo',
      license: 'MIT',
      language: 'python',
      harness: 'openhands',
      model: 'MiniMax-M2.5',
      teacherModel: 'MiniMax-M2.5',
      resolved: 1,
      category: 'bug-fix',
      hfDataset: 'owner/set',
    })
  })

  it.each([
    ['no trajectory id', null],
    ['one no table can show', 'a\nb'],
    ['one that is too long', 'x'.repeat(201)],
  ])('with %s takes its id from the place', (_, trajectory_id) => {
    const { id } = indexed(rawOf({ ...SMALL, trajectory_id }))
    expect(id).toMatch(/^at-[0-9a-f]{16}$/)
    expect(indexed(rawOf({ ...SMALL, trajectory_id })).id).toBe(id)
    expect(indexed(rawOf({ ...SMALL, trajectory_id }, 'other.parquet')).id).not.toBe(id)
  })

  it('says why a row has none', () => {
    expect(indexRow(rawOf({ a: 1 }))).toMatchObject({ kind: 'rejection', rejection: { kind: 'unknown-shape', ref: { row: 7 } } })
    expect(indexRow(rawOf(null))).toMatchObject({ kind: 'rejection', rejection: { kind: 'not-an-example' } })
  })
})

describe('the small columns of relatives', () => {
  const turns = JSON.stringify([{ role: 'user', content: 'x'.repeat(5000) }])
  const task = { instance_id: 'owner__repo-1' }

  it.each([
    ['nebius-swe-agent', { ...task, model_name: 'swe-agent-llama-70b', target: true, trajectory: turns, generated_patch: '' }],
    [
      'swe-rebench-openhands',
      { ...task, trajectory_id: 't1', repo: 'o/r', trajectory: turns, model_patch: '', exit_status: 'submit', resolved: 1 },
    ],
    ['swe-smith', { ...task, traj_id: 't1', messages: turns, resolved: true, model: 'claude', patch: '' }],
    ['swe-gym-openhands', { ...task, run_id: 'r', messages: turns, resolved: false }],
    ['swe-zero', { ...task, trajectory_id: 't1', trajectory: turns, model_patch: '', dataset: 'nvidia/set', license: 'MIT' }],
    ['coderforge', { trajectory_id: 't1', messages: turns, reward: 0.5 }],
  ])('give the index of %s', async (shape, row) => {
    const columnData = Object.entries(row).map(([name, value]) => ({ name, data: [value] }))
    const path = join(buildFolder({ 'a.parquet': new Uint8Array(parquetWriteBuffer({ columnData })) }), 'a.parquet')
    const [whole] = (await readAll(path)).rows.map(parseRow)
    const [small] = (await readAll(path, { columns: 'small' })).rows.map((raw) => indexed(raw))
    if (whole?.kind !== 'example') throw new Error('an example was expected')
    const id = whole.example.trajectoryId ?? expect.stringMatching(/^at-/)
    expect(small).toEqual({ ...indexOf(whole.example), contentHash: '', id })
    expect(small?.shape).toBe(shape)
  })
})

describe.skipIf(!hasSharedData)('real rows', () => {
  it.each(['hub-r1', 'hub-r2', 'hub-r3'])('of %s are indexed from their small columns as from the whole', async (name) => {
    const source = await openSource(join(sharedData, name), { sourceId: 's1' })
    const whole: ExampleIndex[] = []
    const small: ExampleIndex[] = []
    for (const file of source.files) {
      for await (const item of source.rows(file)) {
        const parsed = 'value' in item ? parseRow(item) : null
        if (parsed?.kind === 'example') whole.push({ ...indexOf(parsed.example), contentHash: '' })
      }
      for await (const item of source.rows(file, { columns: 'small' })) if ('value' in item) small.push(indexed(item))
    }
    expect(whole.length).toBeGreaterThan(20)
    expect(small).toEqual(whole)
  })
})
