import { parentPort } from 'node:worker_threads'
import { toFault } from '#record'
import { batchRows } from './batch-rows.ts'
import type { ReadNews, ReadOrder } from './read-messages.ts'
import { readRows } from './read-rows.ts'
import type { ReadJob, TextBatch } from './types.ts'

const tell = (news: ReadNews): void => parentPort?.postMessage(news)

let id = 0
let batches: AsyncGenerator<TextBatch> | null = null

parentPort?.on('message', (order: ReadOrder) => {
  if (order.kind === 'read') {
    id = order.id
    batches = batchRows(rowsOf(order.job, order.id))
  } else if (batches) answer(batches, id)
})
tell({ kind: 'ready' })

function rowsOf({ from, origin, wanted, columns, map }: ReadJob, job: number) {
  return readRows(from, origin, { wanted, columns, map, onPart: (part) => tell({ kind: 'part', id: job, part }) })
}

/** Nothing is read that nobody asked for: a generator keeps its callers in line. */
function answer(from: AsyncGenerator<TextBatch>, job: number): void {
  from.next().then(
    ({ value, done }) => {
      if (!done) tell({ kind: 'batch', id: job, batch: value })
    },
    (error: unknown) => tell({ kind: 'failed', id: job, fault: toFault(error) }),
  )
}
