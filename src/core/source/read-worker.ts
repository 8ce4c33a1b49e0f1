import { parentPort } from 'node:worker_threads'
import { toFault } from '#record'
import { BATCH_ROWS, batchRows, SMALL_BATCH_ROWS } from './batch-rows.ts'
import { portBytes } from './port-bytes.ts'
import type { ReadNews, ReadOrder, ReadTask } from './read-messages.ts'
import { readRows } from './read-rows.ts'
import type { FilePart, TextBatch } from './types.ts'

const tell = (news: ReadNews): void => parentPort?.postMessage(news)

let id = 0
let batches: AsyncGenerator<TextBatch> | null = null

parentPort?.on('message', (order: ReadOrder) => {
  if (order.kind === 'read') {
    id = order.id
    batches = batchRows(rowsOf(order.job, order.id), order.job.columns === 'small' ? SMALL_BATCH_ROWS : BATCH_ROWS)
  } else if (batches) answer(batches, id)
})
tell({ kind: 'ready' })

async function* rowsOf({ from, origin, wanted, columns, map }: ReadTask, job: number) {
  const options = { wanted, columns, map, onPart: (part: FilePart) => tell({ kind: 'part', id: job, part }) }
  if (typeof from === 'string') return yield* readRows(from, origin, options)
  const bytes = portBytes(from)
  try {
    yield* readRows(bytes, origin, options)
  } finally {
    await bytes.close()
  }
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
