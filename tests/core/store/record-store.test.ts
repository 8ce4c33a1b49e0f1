import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, type Rejection, toFault } from '#record'
import { addSource, aRow, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const PROGRESS = { path: 'a.jsonl', nextRow: 1, isDone: false, isIndexed: false }

const openEmpty = async () => {
  const workspace = await workspaceAt(temporaryFolder())
  return { workspace, record: workspace.record, source: addSource(workspace) }
}

test('a source is remembered with what was read of it', async () => {
  const { record, source } = await openEmpty()
  record.putRows(
    source,
    { ...PROGRESS, nextRow: 2 },
    [aRow({ id: 'a', shape: 'R1' }), aRow({ id: 'b', row: 1 }), aRow({ id: 'c', row: 2 })],
    [],
  )
  expect(record.findSource('/data')).toEqual({
    id: 's1',
    uri: '/data',
    kind: 'folder',
    revision: 'r1',
    addedAt: '2025-01-01T00:00:00.000Z',
    shapes: ['R3', 'R1'],
    examples: 3,
    bodies: 3,
    rejected: 0,
    isComplete: false,
    isIndexed: false,
    columnMap: null,
  })
  expect(record.fileProgress(source)).toEqual([{ path: 'a.jsonl', nextRow: 2, isDone: false, isIndexed: false }])
  record.putRows(source, { ...PROGRESS, isDone: true, isIndexed: true }, [], [])
  expect(record.sources().map(({ isComplete }) => isComplete)).toEqual([true])
  expect(record.findSource('/other')).toBeUndefined()
})

test('a source added again is the same one; at another revision its files count as unread', async () => {
  const { record, source } = await openEmpty()
  record.putRows(source, PROGRESS, [aRow()], [])
  expect(record.addSource({ uri: '/data', kind: 'folder', revision: 'r1' }, 'later')).toMatchObject({ id: source, examples: 1 })
  expect(record.fileProgress(source)).toHaveLength(1)
  expect(record.addSource({ uri: '/data', kind: 'folder', revision: 'r2' }, 'later')).toMatchObject({ id: source, revision: 'r2' })
  expect(record.fileProgress(source)).toEqual([])
})

test('the id of a removed source is never given again', async () => {
  const { workspace, record, source } = await openEmpty()
  record.removeSource(source)
  expect(addSource(workspace)).toBe('s2')
})

test('a row keeps its id at its place, and takes on new content', async () => {
  const { record, source } = await openEmpty()
  expect(record.putRows(source, PROGRESS, [aRow({ id: 'a', value: 1 })], [])).toEqual(['a'])
  expect(record.putRows(source, PROGRESS, [aRow({ id: 'other', value: 2, contentHash: 'c2' })], [])).toEqual(['a'])
  expect(record.exampleCount()).toBe(1)
  expect(record.body('a')).toEqual({
    id: 'a',
    contentHash: 'c2',
    ref: { sourceId: 's1', uri: '/data', revision: 'r1', file: 'a.jsonl', row: 0 },
    hints: { config: 'openhands', split: null },
    body: '2',
  })
  expect(record.body('nobody')).toBeUndefined()
})

test('an id that is taken gets a number behind it, in one batch and across batches', async () => {
  const { record, source } = await openEmpty()
  expect(record.putRows(source, PROGRESS, [aRow({ id: 'a' }), aRow({ id: 'a', row: 1 })], [])).toEqual(['a', 'a~2'])
  expect(record.putRows(source, PROGRESS, [aRow({ id: 'a', row: 2 }), aRow({ id: 'a~2', row: 3 })], [])).toEqual(['a~3', 'a~2~2'])
  expect(record.putRows(source, PROGRESS, [aRow({ id: 'a', row: 1 })], [])).toEqual(['a~2'])
})

test('bodies and content hashes come in id order', async () => {
  const { record, source } = await openEmpty()
  record.putRows(
    source,
    PROGRESS,
    ['b', 'a b', 'a', 'é\0x', 'é'].map((id, row) => aRow({ id, row })),
    [],
  )
  expect(record.bodiesAfter(null, 2).map(({ id }) => id)).toEqual(['a', 'a b'])
  expect(record.bodiesAfter('a b', 9).map(({ id }) => id)).toEqual(['b', 'é', 'é\0x'])
  expect([...record.contentHashes()].map(({ id }) => id)).toEqual(['a', 'a b', 'b', 'é', 'é\0x'])
})

test('rejections are kept with their place, and go when the row becomes an example', async () => {
  const { record, source } = await openEmpty()
  const rejection = (row: number, reason: string): Rejection => ({
    kind: 'malformed',
    ref: { sourceId: source, uri: '/data', revision: 'r1', file: 'a.jsonl', row },
    reason,
  })
  record.putRows(source, PROGRESS, [], [rejection(1, 'line 2 is not JSON'), rejection(0, 'NUL \0 in it')])
  expect(record.rejections({ sourceId: source, offset: 0, limit: 9 })).toEqual({
    total: 2,
    rows: [rejection(0, 'NUL \0 in it'), rejection(1, 'line 2 is not JSON')],
  })
  record.putRows(source, PROGRESS, [aRow({ row: 1 })], [rejection(0, 'again')])
  expect(record.rejections({ offset: 0, limit: 9 })).toEqual({ total: 1, rows: [rejection(0, 'again')] })
  expect(record.rejections({ sourceId: 's9', offset: 0, limit: 9 })).toEqual({ total: 0, rows: [] })
})

test('rejections of the source as a whole leave no file behind', async () => {
  const { record, source } = await openEmpty()
  record.putRows(source, { path: '', nextRow: 0, isDone: false, isIndexed: false }, [], [])
  expect(record.fileProgress(source)).toEqual([])
})

test('rows of a source nobody knows are refused', async () => {
  const { record } = await openEmpty()
  expect(() => record.putRows('s9', PROGRESS, [aRow()], [])).toThrow('There is no source s9')
  expect(() => record.putRows('nonsense', PROGRESS, [aRow()], [])).toThrow('There is no source nonsense')
})

test('settings are remembered', async () => {
  const { record } = await openEmpty()
  expect(record.setting('recipe')).toBeNull()
  record.setSetting('recipe', 'a')
  record.setSetting('recipe', 'b\0\ud800')
  expect(record.setting('recipe')).toBe('b\0\ud800')
})

test('any JSON, any file name and any id round-trip', async () => {
  const { record, source } = await openEmpty()
  const hostile = fc.string({ unit: 'binary', minLength: 1 })
  let row = 0
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), hostile, hostile, (value, file, id) => {
      const stored = aRow({ id, file, row: row++, value: { text: 'a\0b\ud800', value } as Json })
      const [given = ''] = record.putRows(source, PROGRESS, [stored], [])
      expect(given.startsWith(id.toWellFormed())).toBe(true)
      const found = record.body(given)
      expect(found?.ref.file).toBe(file)
      expect(found?.body).toBe(stored.body)
    }),
    { numRuns: 60 },
  )
})

test('__proto__ keys and raw lone surrogates of a body survive', async () => {
  const { record, source } = await openEmpty()
  record.putRows(source, PROGRESS, [{ ...aRow({ id: '__proto__' }), body: '{"__proto__":{"x":1},"s":"\ud800"}' }], [])
  const body = JSON.parse(record.body('__proto__')?.body ?? '')
  expect(Object.keys(body)).toEqual(['__proto__', 's'])
  expect(body.s).toBe('\ud800')
})

test('a body damaged on disk is told as damage of the workspace, and names its example', async () => {
  const { workspace, record, source } = await openEmpty()
  record.putRows(source, PROGRESS, [aRow({ id: 'a' })], [])
  const db = new DatabaseSync(join(workspace.path, 'workspace.sqlite'))
  db.prepare('UPDATE bodies SET gzip = ?').run(Buffer.from('no gzip'))
  db.close()
  expect(toFault(thrownBy(() => record.body('a')))).toMatchObject({ kind: 'workspace-damaged', culprit: 'a' })
})

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}
