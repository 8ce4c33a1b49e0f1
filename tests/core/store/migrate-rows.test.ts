import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/core/store/database/migrate.ts'
import { MIGRATIONS } from '../../../src/core/store/migrations/index.ts'
import { chain, draft } from '../review/ledger-builder.ts'
import { aRow, outdatedIds, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const ODD = 'odd \0 "é'

/** A workspace as it was before rows could be only indexed: two sources, one of them moved in the middle of its second reading. */
function writeSchema3(folder: string): void {
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  migrate(db, 0, MIGRATIONS.slice(0, 3))
  db.exec(`
    INSERT INTO sources (uri, kind, revision, added_at) VALUES ('"/data"', 'folder', '"r2"', 't'), ('"/other"', 'file', 'null', 't');
    INSERT INTO files VALUES (1, '"a.jsonl"', 2, 1), (2, '"o.json"', 1, 0);
    INSERT INTO rejections VALUES (1, '"a.jsonl"', 3, '"r1"', 'malformed', '"not JSON"'), (2, '""', -1, 'null', 'unreadable', '"x"')`)
  const put = db.prepare('INSERT INTO examples (id, source, file, row, revision, hints, shape, content_hash) VALUES (?,?,?,?,?,?,?,?)')
  const hints = '{"config":"openhands","split":null}'
  put.run(Buffer.from('e1'), 1, '"a.jsonl"', 0, '"r2"', hints, 'R1', 'h1')
  put.run(Buffer.from(ODD), 1, '"a.jsonl"', 1, '"r1"', hints, 'R3', 'h2')
  put.run(Buffer.from('e3'), 1, '"unread.jsonl"', 0, '"r1"', hints, 'R3', 'h3')
  put.run(Buffer.from('o1'), 2, '"o.json"', 0, 'null', hints, 'R3', 'h4')
  const body = db.prepare('INSERT INTO bodies VALUES (?, ?)')
  for (const key of [1, 2, 3, 4]) body.run(key, gzipSync(`"body ${key}"`))
  const [entry] = chain(draft('accept', { exampleId: ODD }))
  db.prepare('INSERT INTO ledger VALUES (1, ?)').run(JSON.stringify(entry))
  db.prepare('INSERT INTO settings VALUES (\'"a"\', \'"b"\')').run()
  db.close()
}

test('a workspace of schema 3 keeps rows, bodies, progress, rejections and decisions', async () => {
  const folder = temporaryFolder()
  writeSchema3(folder)
  const { record } = await workspaceAt(folder)
  expect(record.sources()).toMatchObject([
    {
      id: 's1',
      revision: 'r2',
      shapes: ['R3', 'R1'],
      examples: 3,
      bodies: 3,
      rejected: 1,
      isComplete: true,
      isIndexed: true,
      columnMap: null,
    },
    { id: 's2', revision: null, shapes: ['R3'], examples: 1, bodies: 1, rejected: 1, isComplete: false, isIndexed: false },
  ])
  expect(record.fileProgress('s1')).toEqual([{ path: 'a.jsonl', nextRow: 2, isDone: true, isIndexed: true }])
  expect(record.bodiesAfter(null, 9).map(({ id, body }) => [id, body])).toEqual([
    ['e1', '"body 1"'],
    ['e3', '"body 3"'],
    ['o1', '"body 4"'],
    [ODD, '"body 2"'],
  ])
  expect(record.body(ODD)).toMatchObject({ ref: { revision: 'r1', file: 'a.jsonl', row: 1 }, hints: { config: 'openhands' } })
  expect(outdatedIds(record, 's1')).toEqual(['e3', ODD])
  expect(record.exampleCount()).toBe(4)
  expect(record.rejections({ offset: 0, limit: 9 }).total).toBe(2)
  expect(record.ledgerOf(ODD)).toHaveLength(1)
  expect(record.setting('a')).toBe('b')
})

test('its rows have an index once they are put again, and go with their source', async () => {
  const folder = temporaryFolder()
  writeSchema3(folder)
  const workspace = await workspaceAt(folder)
  const { record } = workspace
  expect(record.indexOf(['e1'])).toEqual([])
  const row = aRow({ id: 'other', contentHash: 'h1', repo: 'x/y' })
  const again = { ...row, raw: { ...row.raw, ref: { ...row.raw.ref, revision: 'r2' } } }
  expect(record.putRows('s1', { path: 'a.jsonl', nextRow: 2, isDone: true, isIndexed: true }, [again], [])).toEqual(['e1'])
  expect(record.indexOf(['e1'])).toMatchObject([{ id: 'e1', repo: 'x/y', contentHash: 'h1' }])
  record.removeSource('s1')
  expect(record.exampleCount()).toBe(1)
  expect(record.bodiesAfter(null, 9).map(({ id }) => id)).toEqual(['o1'])
  expect(record.ledgerOf(ODD)).toHaveLength(1)
  await workspace.close()
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(db.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }])
  expect(db.prepare('SELECT count(*) AS n FROM bodies').get()).toMatchObject({ n: 1 })
  db.close()
})

test('the same schema comes out of an older workspace and of a new one', async () => {
  const [old, fresh] = [temporaryFolder(), temporaryFolder()]
  writeSchema3(old)
  const schemaOf = async (folder: string) => {
    await (await workspaceAt(folder)).close()
    const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
    const found = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all()
    db.close()
    return found
  }
  expect(await schemaOf(old)).toEqual(await schemaOf(fresh))
})
