import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { QueueDefinition, QueueItem } from '#record'
import type { RecordStore, StoredQueue } from '../types.ts'
import { decodeId, decodeText, encodeId, encodeText } from './encode.ts'
import { stateOf } from './state.ts'
import { transaction } from './transaction.ts'

interface QueueLine {
  id: string
  definition: string
  made_at: string
  total: number
}

interface ItemLine {
  example: string | Uint8Array
  needs: number
  content_hash: string | null
}

/** Text costs the binding half of what bytes do, and is cut at a NUL. */
const ITEMS = `
  SELECT CASE WHEN instr(i.example, x'00') THEN i.example ELSE CAST(i.example AS TEXT) END AS example, i.needs, e.content_hash
  FROM queue_items i LEFT JOIN examples e ON e.id = i.example
  WHERE i.queue = (SELECT key FROM queues WHERE id = ?) ORDER BY i.place`

type QueueTable = Pick<
  RecordStore,
  'putQueue' | 'queues' | 'renameQueue' | 'removeQueue' | 'queueItems' | 'queueHashes' | 'skipQueued' | 'queueSkips' | 'examplesState'
>

/** Queues with their examples, and who put which of them off. */
export function queueTable(db: DatabaseSyncInstance): QueueTable {
  return {
    putQueue: ({ id, madeAt, definition }, items) =>
      transaction(db, () => {
        const { lastInsertRowid: queue } = db
          .prepare('INSERT INTO queues (id, definition, made_at) VALUES (?, ?, ?)')
          .run(id, JSON.stringify(definition), madeAt)
        const insert = db.prepare('INSERT INTO queue_items (queue, place, example, needs) VALUES (?, ?, ?, ?)')
        for (const [place, { id: example, needs }] of items.entries()) insert.run(queue, place, encodeId(example), needs)
      }),
    queues: () =>
      (
        db
          .prepare(
            `SELECT id, definition, made_at, (SELECT count(*) FROM queue_items WHERE queue = queues.key) AS total FROM queues ORDER BY key DESC`,
          )
          .all() as QueueLine[]
      ).map(toQueue),
    renameQueue: (id, name) => {
      db.prepare("UPDATE queues SET definition = json_set(definition, '$.name', json(?)) WHERE id = ?").run(encodeText(name), id)
    },
    removeQueue: (id) => db.prepare('DELETE FROM queues WHERE id = ?').run(id).changes > 0,
    queueItems: (queue) => (db.prepare(ITEMS).all(queue) as ItemLine[]).map(toItem),
    queueHashes: (queue) =>
      (
        db
          .prepare(
            `SELECT e.content_hash FROM queue_items i LEFT JOIN examples e ON e.id = i.example
             WHERE i.queue = (SELECT key FROM queues WHERE id = ?) ORDER BY i.place`,
          )
          .all(queue) as Pick<ItemLine, 'content_hash'>[]
      ).map(({ content_hash }) => content_hash),
    skipQueued: (queue, { exampleId, reviewer }, at) => {
      db.prepare('INSERT OR REPLACE INTO queue_skips (queue, example, reviewer, at) SELECT key, ?, ?, ? FROM queues WHERE id = ?').run(
        encodeId(exampleId),
        encodeText(reviewer),
        at,
        queue,
      )
    },
    queueSkips: (queue) =>
      (
        db
          .prepare('SELECT example, reviewer FROM queue_skips WHERE queue = (SELECT key FROM queues WHERE id = ?) ORDER BY key')
          .all(queue) as { example: Uint8Array; reviewer: string }[]
      ).map(({ example, reviewer }) => ({ exampleId: decodeId(example), reviewer: decodeText(reviewer) })),
    examplesState: () => stateOf(db),
  }
}

function toQueue({ id, definition, made_at, total }: QueueLine): StoredQueue {
  return { id, madeAt: made_at, definition: JSON.parse(definition) as QueueDefinition, total }
}

function toItem({ example, needs, content_hash }: ItemLine): QueueItem {
  return { id: typeof example === 'string' ? example : decodeId(example), needs, contentHash: content_hash }
}
