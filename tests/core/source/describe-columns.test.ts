import { expect, it } from 'vitest'
import type { JsonObject } from '#record'
import { describeColumns, openSource } from '#source'
import { asHubParquet, buildHubRows } from '../../support/hub-parquet.ts'
import { asJsonl, buildFolder } from '../../support/rows-on-disk.ts'

async function describeFirst(files: Record<string, string | Uint8Array>, map?: Record<string, string>) {
  const source = await openSource(buildFolder(files), { sourceId: 's1', map: map ?? null })
  const [file] = source.files
  if (!file) throw new Error('there is a file')
  return describeColumns(source, file)
}

it('tells the columns of a parquet file from its footer', async () => {
  const found = await describeFirst({ 'a.parquet': asHubParquet(buildHubRows(2)) })
  expect(found.file).toBe('a.parquet')
  expect(found.columns).toEqual([
    { name: 'instance_id', type: 'string' },
    { name: 'trajectory_id', type: 'string' },
    { name: 'repo', type: 'string' },
    { name: 'resolved', type: 'int32' },
    { name: 'messages', type: 'list<struct<role: string, content: string>>' },
    { name: 'metadata', type: 'struct<category: string, teacher_model: struct<name: string>, model_patch: struct<patch: string>>' },
    { name: 'hf_dataset_name', type: 'string' },
  ])
  expect(found.skeleton).toMatchObject({ messages: [], metadata: { category: null, teacher_model: { name: null } } })
})

it('tells those of JSON Lines from the first rows', async () => {
  const rows: JsonObject[] = [
    { id: null, chat: [{ role: 'user' }] },
    { id: 'x', score: 0.5, info: { a: 1, b: 2 } },
  ]
  expect((await describeFirst({ 'a.jsonl': asJsonl(rows) })).columns).toEqual([
    { name: 'id', type: 'string' },
    { name: 'chat', type: 'list<struct<role>>' },
    { name: 'score', type: 'number' },
    { name: 'info', type: 'struct<a, b>' },
  ])
})

it("names columns as the file does, and the empty row's as the map does", async () => {
  const { columns, skeleton } = await describeFirst({ 'a.jsonl': asJsonl([{ chat: [], n: 1 }]) }, { messages: 'chat' })
  expect(columns.map(({ name }) => name)).toEqual(['chat', 'n'])
  expect(skeleton).toEqual({ messages: [], n: 1, instance_id: null })
})

it('names a file that cannot be read', async () => {
  await expect(describeFirst({ 'a.parquet': 'PAR1 cut' })).rejects.toMatchObject({
    fault: { kind: 'unreadable', message: expect.stringContaining('a.parquet is a parquet file that was cut off') },
  })
  await expect(describeFirst({ 'a.jsonl': '' })).rejects.toMatchObject({ fault: { kind: 'unreadable' } })
})
