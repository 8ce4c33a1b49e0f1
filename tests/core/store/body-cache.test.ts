import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Workspace } from '#store'
import { chain, draft } from '../review/ledger-builder.ts'
import { addHubSource, addSource, anIndexedRow, temporaryFolder, withBody, workspaceAt } from './workspace-builder.ts'

const READ = { path: 'a.jsonl', nextRow: 0, isDone: false, isIndexed: false }
const NOW = '2025-01-01T00:00:00.000Z'

const row = (id: string, at: number) => anIndexedRow({ id, trajectoryId: id, row: at })

/** A workspace with one Hub source that holds these rows, stored one after the other. */
async function openWith(ids: string[]): Promise<{ workspace: Workspace; record: Workspace['record']; source: string }> {
  const workspace = await workspaceAt(temporaryFolder())
  const source = addHubSource(workspace)
  for (const [n, id] of ids.entries()) workspace.record.putRows(source, READ, [withBody(row(id, n))], [])
  return { workspace, record: workspace.record, source }
}

const heldBy = (record: Workspace['record'], ids: string[]) => ids.filter((id) => record.place(id)?.hasBody)

test('those looked at longest ago go first, and an evicted row keeps index and hash', async () => {
  const { record, source } = await openWith(['a', 'b', 'c'])
  record.touchBodies(['a', 'nobody'], NOW)
  const { rows, bytes } = record.bodyCache()
  expect(rows).toBe(3)
  expect(record.evictBodies(bytes)).toEqual({ rows: 0, bytes: 0 })
  expect(record.evictBodies(bytes - 1)).toMatchObject({ rows: 1 })
  expect(heldBy(record, ['a', 'b', 'c'])).toEqual(['a', 'c'])
  expect(record.body('b')).toBeUndefined()
  expect(record.place('b')).toMatchObject({ hasBody: false, contentHash: 'hash of "b"' })
  expect(record.indexOf(['b'])).toMatchObject([{ contentHash: 'hash of "b"' }])
  expect([...record.contentHashes()]).toHaveLength(3)
  expect(record.bodiesAfter(null, 9).map(({ id }) => id)).toEqual(['a', 'c'])
  record.putRows(source, READ, [withBody(row('b', 1))], [])
  expect(record.evictBodies(1)).toMatchObject({ rows: 3 })
  expect(record.bodyCache()).toEqual({ rows: 0, bytes: 0, keptRows: 0, keptBytes: 0 })
})

test('many go in steps, the oldest first', async () => {
  const { record } = await openWith(['a', 'b', 'c', 'd', 'e'])
  const size = record.bodyCache().bytes / 5
  const steps = [3, 1, 1].map((goal) => [record.evictBodies(goal * size).rows, heldBy(record, ['a', 'b', 'c', 'd', 'e']).join('')])
  expect(steps).toEqual([
    [2, 'cde'],
    [2, 'e'],
    [0, 'e'],
  ])
})

test('decided and exported rows stay, whether the row or the decision came first', async () => {
  const { record, source } = await openWith(['free', 'accepted', 'cleared', 'exported'])
  record.appendEntries(
    chain(
      draft('accept', { exampleId: 'accepted' }),
      draft('clear', { exampleId: 'cleared' }),
      draft('note', { exampleId: 'later "\\ é' }),
    ),
  )
  record.markExported(['exported', 'nobody'])
  record.putRows(source, READ, [withBody(row('later "\\ é', 9))], [])
  expect(record.bodyCache()).toMatchObject({ rows: 5, keptRows: 4 })
  expect(record.evictBodies(0)).toMatchObject({ rows: 1 })
  expect(heldBy(record, ['free', 'accepted', 'cleared', 'exported', 'later "\\ é'])).toEqual([
    'accepted',
    'cleared',
    'exported',
    'later "\\ é',
  ])
  expect(record.bodyCache().bytes).toBe(record.bodyCache().keptBytes)
})

test('rows of local sources are no cache', async () => {
  const { workspace, record } = await openWith([])
  record.putRows(addSource(workspace, '/local'), READ, [withBody(row('mine', 0))], [])
  record.touchBodies(['mine'], NOW)
  expect(record.bodyCache()).toEqual({ rows: 0, bytes: 0, keptRows: 0, keptBytes: 0 })
  expect(record.evictBodies(0)).toEqual({ rows: 0, bytes: 0 })
  expect(record.place('mine')?.hasBody).toBe(true)
})

const NAMES = ['a', 'b', 'c', 'd', 'e']

const action = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('index' as const), id: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('touch' as const), id: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('export' as const), id: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('evict' as const), rows: fc.nat(4) }),
)

test('whatever happens in whatever order, the right bodies are here and every count is that of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const { workspace, record, source } = await openWith([])
      const one = withBody(row('a', 0)).body
      // All bodies pack to the same size, so that bytes can be said in rows.
      record.putRows(source, READ, [withBody(row('a', 0))], [])
      const size = record.bodyCache().bytes
      record.removeExamples(['a'])
      expect(one).toBe('"a"')
      let uses: string[] = []
      const kept = new Set<string>()
      const known = new Set<string>()
      for (const next of actions) {
        if (next.kind === 'evict') {
          const free = uses.filter((id) => !kept.has(id))
          const going = free.slice(0, Math.max(0, free.length - next.rows))
          expect(record.evictBodies(next.rows * size)).toEqual({ rows: going.length, bytes: going.length * size })
          uses = uses.filter((id) => !going.includes(id))
        } else {
          const { kind, id } = next
          const at = NAMES.indexOf(id)
          const isHere = uses.includes(id)
          if (kind === 'put') record.putRows(source, READ, [withBody(row(id, at))], [])
          if (kind === 'index') record.putIndexed(source, 'a.jsonl', [row(id, at)], false)
          if (kind === 'touch') record.touchBodies([id], NOW)
          if (kind === 'export') record.markExported([id])
          if (kind === 'remove') record.removeExamples([id])
          if (kind === 'put' || kind === 'index') known.add(id)
          if (kind === 'export' && known.has(id)) kept.add(id)
          if (kind === 'remove') for (const set of [known, kept]) set.delete(id)
          if (kind === 'put' || kind === 'remove' || (kind === 'touch' && isHere)) uses = uses.filter((other) => other !== id)
          if (kind === 'put' || (kind === 'touch' && isHere)) uses.push(id)
        }
      }
      expect(heldBy(record, NAMES)).toEqual([...uses].sort())
      const keptHere = uses.filter((id) => kept.has(id)).length
      expect(record.bodyCache()).toEqual({ rows: uses.length, bytes: uses.length * size, keptRows: keptHere, keptBytes: keptHere * size })
      expect(record.sources()).toMatchObject([{ examples: known.size, bodies: uses.length, shapes: known.size > 0 ? ['R3'] : [] }])
      expect(record.exampleCount()).toBe(known.size)
      await workspace.close()
    }),
    { numRuns: 40 },
  )
})

test('pages of evicted bodies are filled by the next ones', async () => {
  const { workspace, record, source } = await openWith([])
  const file = join(workspace.path, 'workspace.sqlite')
  const put = (from: number) => {
    for (let n = 0; n < 20; n++) {
      const value = Array.from({ length: 2000 }, Math.random)
      record.putRows(source, READ, [withBody(row(`e${from + n}`, from + n), { value, contentHash: 'h' })], [])
    }
  }
  const pages = () => {
    const db = new DatabaseSync(file)
    const [line] = db.prepare('PRAGMA page_count').all() as { page_count: number }[]
    db.close()
    return line?.page_count ?? 0
  }
  put(0)
  const before = pages()
  record.evictBodies(0)
  put(100)
  expect(pages()).toBeLessThan(before * 1.1)
})
