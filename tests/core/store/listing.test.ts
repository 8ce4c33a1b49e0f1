import { expect, test } from 'vitest'
import type { Rejection } from '#record'
import { addHubSource, aFile, anIndexedRow, outdatedIds, temporaryFolder, withBody, workspaceAt } from './workspace-builder.ts'

const open = async () => {
  const workspace = await workspaceAt(temporaryFolder())
  return { workspace, record: workspace.record, source: addHubSource(workspace) }
}

const inFile = (file: string, revision = 'r1') => anIndexedRow({ id: file, trajectoryId: file, file, revision })

const doneFile = (path: string) => ({ path, nextRow: 1, isDone: true, isIndexed: true })
const unread = (path: string) => ({ path, nextRow: 0, isDone: false, isIndexed: false })

test('a listing comes back as it was put, with everything unread', async () => {
  const { record, source } = await open()
  const files = [aFile('b \0', null), { ...aFile('c'), config: null, split: 'train' }]
  record.putListing(source, files)
  expect(record.listing(source)).toEqual(files)
  expect(record.fileProgress(source)).toEqual([unread('b \0'), unread('c')])
  expect(record.sources()).toMatchObject([{ isComplete: false, isIndexed: false }])
})

test('put again, known files keep their progress unless their etag changed, and others are forgotten', async () => {
  const { record, source } = await open()
  record.putListing(source, [aFile('same'), aFile('changed', 'e1'), aFile('gone')])
  for (const path of ['same', 'changed', 'gone']) record.putRows(source, doneFile(path), [withBody(inFile(path))], [])
  record.putListing(source, [aFile('same'), aFile('changed', 'e2'), aFile('new')])
  expect(record.fileProgress(source)).toEqual([unread('changed'), unread('new'), doneFile('same')])
  expect(record.exampleCount()).toBe(3)
  record.putListing(source, [])
  expect(record.listing(source)).toEqual([])
})

test('local files have no etag and keep their progress at one revision, and lose it at another', async () => {
  const { workspace, record, source } = await open()
  record.putListing(source, [aFile('a', null)])
  record.putRows(source, doneFile('a'), [withBody(inFile('a'))], [])
  record.putListing(source, [aFile('a', null)])
  expect(record.fileProgress(source)).toEqual([doneFile('a')])
  addHubSource(workspace, 'r2')
  expect(record.fileProgress(source)).toEqual([])
  record.putListing(source, [aFile('a', null)])
  expect(record.fileProgress(source)).toEqual([unread('a')])
  expect(outdatedIds(record, source)).toEqual(['a'])
})

test('a source that moved reads only what changed: the rest is at the new revision with its rows and rejections', async () => {
  const { workspace, record, source } = await open()
  const rejection: Rejection = { kind: 'malformed', ref: { ...inFile('same').ref, row: 5 }, reason: 'bad' }
  record.putListing(source, [aFile('same'), aFile('changed', 'e1'), aFile('gone')])
  for (const path of ['same', 'changed', 'gone']) {
    record.putRows(source, doneFile(path), [withBody(inFile(path))], path === 'same' ? [rejection] : [])
  }
  addHubSource(workspace, 'r2')
  expect(record.fileProgress(source)).toEqual([])
  record.putListing(source, [aFile('same'), aFile('changed', 'e2')])
  expect(record.fileProgress(source)).toEqual([unread('changed'), doneFile('same')])
  expect(record.place('same')).toMatchObject({ ref: { revision: 'r2' }, hasBody: true })
  expect(record.storedRows(source, 'same')).toEqual(new Set([0]))
  expect(record.rejections({ offset: 0, limit: 9 }).rows).toMatchObject([{ ref: { revision: 'r2', row: 5 } }])
  expect(outdatedIds(record, source)).toEqual(['changed', 'gone'])
  expect(record.putIndexed(source, 'changed', [inFile('changed', 'r2')], true)).toEqual(['changed'])
  expect(outdatedIds(record, source)).toEqual(['gone'])
})

test('back at a revision seen before, a file is read again rather than two revisions mixed', async () => {
  const { workspace, record, source } = await open()
  record.putListing(source, [aFile('a', 'e1')])
  record.putIndexed(
    source,
    'a',
    [inFile('a'), { ...inFile('a'), ref: { ...inFile('a').ref, row: 1 }, index: { ...inFile('b').index, row: 1 } }],
    true,
  )
  addHubSource(workspace, 'r2')
  record.putListing(source, [aFile('a', 'e2')])
  record.putIndexed(source, 'a', [inFile('a', 'r2')], true)
  addHubSource(workspace, 'r3')
  record.putListing(source, [aFile('a', 'e1')])
  record.putIndexed(source, 'a', [inFile('a', 'r3')], true)
  addHubSource(workspace, 'r1')
  record.putListing(source, [aFile('a', 'e1')])
  expect(record.fileProgress(source)).toEqual([unread('a')])
  expect(record.putIndexed(source, 'a', [inFile('a')], true)).toEqual(['a'])
  expect(record.exampleCount()).toBe(2)
})

test('a column map is remembered, and taken back', async () => {
  const { record, source } = await open()
  record.setColumnMap(source, { messages: 'conversation \0' })
  expect(record.sources()[0]?.columnMap).toEqual({ messages: 'conversation \0' })
  record.setColumnMap(source, null)
  expect(record.sources()[0]?.columnMap).toBeNull()
  expect(() => record.setColumnMap('s9', null)).toThrow('There is no source s9')
})
