import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExampleIndex, Rejection } from '#record'
import { addHubSource, addSource, anIndexedRow, outdatedIds, temporaryFolder, withBody, workspaceAt } from './workspace-builder.ts'

const FILE = 'a.jsonl'
const READ = { path: FILE, nextRow: 0, isDone: false, isIndexed: false }

const openEmpty = async () => {
  const workspace = await workspaceAt(temporaryFolder())
  return { workspace, record: workspace.record, source: addHubSource(workspace) }
}

/** A row with a trajectory id, which is its natural id. */
const traced = (id: string, row: number, revision = 'r1', said: Partial<ExampleIndex> = {}) =>
  anIndexedRow({ id, trajectoryId: id, row, revision, ...said })

test('an indexed row has a place and its small columns, and no body', async () => {
  const { record, source } = await openEmpty()
  const row = traced('a', 3, 'r1', { repo: 'x\0y\ud800', resolved: 1, hfDataset: 'nebius', shape: 'R2' })
  expect(record.putIndexed(source, FILE, [row], false)).toEqual(['a'])
  expect(record.place('a')).toEqual({ id: 'a', ref: row.ref, hints: row.hints, contentHash: '', hasBody: false })
  expect(record.indexOf(['nobody', 'a'])).toEqual([row.index])
  expect(record.body('a')).toBeUndefined()
  expect(record.place('nobody')).toBeUndefined()
  expect(record.sources()).toMatchObject([{ examples: 1, bodies: 0, shapes: ['R2'], isIndexed: false, isComplete: false }])
})

test('a file is indexed with its last batch, and stays so while it is read', async () => {
  const { record, source } = await openEmpty()
  record.putIndexed(source, FILE, [traced('a', 0)], false)
  expect(record.fileProgress(source)).toEqual([{ path: FILE, nextRow: 0, isDone: false, isIndexed: false }])
  record.putIndexed(source, FILE, [traced('b', 1)], true)
  record.putRows(source, { ...READ, nextRow: 1 }, [withBody(traced('a', 0))], [])
  expect(record.fileProgress(source)).toEqual([{ path: FILE, nextRow: 1, isDone: false, isIndexed: true }])
  expect(record.sources()).toMatchObject([{ examples: 2, bodies: 1, isIndexed: true, isComplete: false }])
  record.putRows(source, { ...READ, nextRow: 2, isDone: true }, [withBody(traced('b', 1))], [])
  record.putIndexed(source, FILE, [], false)
  expect(record.fileProgress(source)).toEqual([{ path: FILE, nextRow: 2, isDone: true, isIndexed: true }])
})

test('that a file gave up is forgotten once it is read or indexed to its end; what is wrong with its rows is not', async () => {
  const { record, source } = await openEmpty()
  const said = (file: string, row: number): Rejection => ({ kind: 'unreadable', ref: { ...traced('a', row).ref, file }, reason: 'x' })
  const left = () => record.rejections({ offset: 0, limit: 9 }).rows.map(({ ref }) => [ref.file, ref.row])
  const [gaveUp, row, other] = [said(FILE, -1), said(FILE, 7), said('b.jsonl', -1)]
  record.putRows(source, { ...READ, path: '' }, [], [gaveUp, row, other])
  record.putIndexed(source, FILE, [traced('a', 0)], false)
  expect(left()).toEqual([
    [FILE, -1],
    [FILE, 7],
    ['b.jsonl', -1],
  ])
  record.putIndexed(source, FILE, [], true)
  expect(left()).toEqual([
    [FILE, 7],
    ['b.jsonl', -1],
  ])
  record.putRows(source, { ...READ, path: 'b.jsonl' }, [], [])
  expect(left()).toEqual([[FILE, 7]])
  record.putRows(source, READ, [], [gaveUp])
  expect(left()).toEqual([
    [FILE, -1],
    [FILE, 7],
  ])
})

test('when the body comes the id stays, even one that was made of the place', async () => {
  const { record, source } = await openEmpty()
  const row = anIndexedRow({ id: 'at-0123' })
  record.putIndexed(source, FILE, [row], true)
  const whole = withBody(anIndexedRow({ id: 'row-4567' }), { contentHash: 'h1' })
  expect(record.putRows(source, READ, [whole], [])).toEqual(['at-0123'])
  expect(record.place('at-0123')).toMatchObject({ hasBody: true, contentHash: 'h1' })
  expect(record.storedRows(source, FILE)).toEqual(new Set([0]))
  expect(record.storedRows(source, 'other')).toEqual(new Set())
})

test('indexed again, a row keeps its body and its hash', async () => {
  const { record, source } = await openEmpty()
  record.putRows(source, READ, [withBody(traced('a', 0), { contentHash: 'h1' })], [])
  expect(record.putIndexed(source, FILE, [traced('a', 0, 'r1', { language: 'go' })], true)).toEqual(['a'])
  expect(record.body('a')).toMatchObject({ contentHash: 'h1' })
  expect(record.indexOf(['a'])).toMatchObject([{ contentHash: 'h1', language: 'go' }])
})

test('an id is given once in the workspace, whichever source has it and however its row came', async () => {
  const { workspace, record, source } = await openEmpty()
  const other = addSource(workspace, '/other')
  expect(record.putRows(other, READ, [withBody(traced('a', 0))], [])).toEqual(['a'])
  expect(record.putIndexed(source, FILE, [traced('a', 0), traced('a', 1)], false)).toEqual(['a~2', 'a~3'])
  expect(record.putRows(source, READ, [withBody(traced('a', 1))], [])).toEqual(['a~3'])
})

test('at another revision rows are found by their id: bodies go, decisions keep their row', async () => {
  const { workspace, record, source } = await openEmpty()
  record.putRows(source, READ, [withBody(traced('a', 0)), withBody(traced('b', 1)), withBody(traced('gone', 2))], [])
  addHubSource(workspace, 'r2')
  // A row was put before the others.
  const moved = [traced('new', 0, 'r2'), traced('a', 1, 'r2'), traced('b', 2, 'r2')]
  expect(record.putIndexed(source, FILE, moved, true)).toEqual(['new', 'a', 'b'])
  expect(record.place('a')).toMatchObject({ ref: { row: 1, revision: 'r2' }, contentHash: '', hasBody: false })
  expect(record.outdated(source, FILE)).toMatchObject([{ id: 'gone', ref: { row: 2, revision: 'r1' }, hasBody: true }])
  record.removeExamples(['gone', 'nobody'])
  expect(record.outdatedFiles(source)).toEqual([])
  expect(record.exampleCount()).toBe(3)
  expect(record.storedRows(source, FILE)).toEqual(new Set())
})

test('at another revision a row without an id of its own is known by its place', async () => {
  const { workspace, record, source } = await openEmpty()
  record.putIndexed(source, FILE, [anIndexedRow({ id: 'at-1' })], true)
  addHubSource(workspace, 'r2')
  expect(record.putIndexed(source, FILE, [anIndexedRow({ id: 'at-2', revision: 'r2' })], true)).toEqual(['at-1'])
  expect(record.outdatedFiles(source)).toEqual([])
})

test('read whole at another revision, a row takes over its id, place and body', async () => {
  const { workspace, record, source } = await openEmpty()
  record.putRows(source, READ, [withBody(traced('a', 0), { value: 'old' })], [])
  addHubSource(workspace, 'r2')
  expect(record.putRows(source, READ, [withBody(traced('a', 7, 'r2'), { value: 'new', contentHash: 'h2' })], [])).toEqual(['a'])
  expect(record.body('a')).toMatchObject({ ref: { row: 7, revision: 'r2' }, contentHash: 'h2', body: '"new"' })
  expect(record.exampleCount()).toBe(1)
})

test('whatever moves where, an id stands for one trajectory and counts are right', async () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  const revision = fc.record({ rows: names, isWhole: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(revision, { minLength: 1, maxLength: 5 }), async (revisions) => {
      const { workspace, record, source } = await openEmpty()
      for (const [n, { rows, isWhole }] of revisions.entries()) {
        addHubSource(workspace, `r${n}`)
        const indexed = rows.map((name, row) => traced(name, row, `r${n}`))
        const ids = isWhole
          ? record.putRows(
              source,
              READ,
              indexed.map((row) => withBody(row)),
              [],
            )
          : record.putIndexed(source, FILE, indexed, true)
        expect(ids).toEqual(rows)
        expect(record.indexOf(rows).map(({ trajectoryId, row }) => [trajectoryId, row])).toEqual(rows.map((name, row) => [name, row]))
        const seen = new Set(revisions.slice(0, n + 1).flatMap((one) => one.rows))
        expect(record.exampleCount()).toBe(seen.size)
        expect(outdatedIds(record, source)).toEqual([...seen].filter((name) => !rows.includes(name)).sort())
        expect(record.storedRows(source, FILE).size).toBe(isWhole ? rows.length : 0)
      }
      await workspace.close()
    }),
    { numRuns: 30 },
  )
})

test('a row put into the index of nobody is refused, and a batch that fails leaves nothing', async () => {
  const { record, source } = await openEmpty()
  expect(() => record.putIndexed('s9', FILE, [traced('a', 0)], true)).toThrow('There is no source s9')
  const broken = { ...traced('b', 1), index: { ...traced('b', 1).index, shape: Symbol('bad') as never } }
  expect(() => record.putIndexed(source, FILE, [traced('a', 0), broken], true)).toThrow()
  expect(record.exampleCount()).toBe(0)
  expect(record.fileProgress(source)).toEqual([])
})
