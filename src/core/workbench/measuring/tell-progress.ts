import type { z } from 'zod'
import type { measureEvent } from '#contract'
import { announce, type Desk } from '../desk.ts'
import type { FetchedRows } from './fetch-rows.ts'
import type { MeasureProgress } from './measure-progress.ts'

/** Screens ask again this often while values come in. */
const ANNOUNCE_EVERY_MS = 1_000

/** Tells how far measuring `total` rows is: to the caller, in the status bar, and to screens. Null: nothing came, and time went by. */
export async function* tellProgress(
  desk: Desk,
  progress: MeasureProgress,
  total: number,
  batches: AsyncIterable<FetchedRows | null>,
): AsyncGenerator<z.infer<typeof measureEvent>> {
  const job = desk.jobs.start('measuring', 'examples')
  let announcedAt = performance.now()
  try {
    for await (const rows of batches) {
      if (rows) progress.add(rows)
      job.progress(progress.done(), total)
      yield progress.event()
      if (performance.now() - announcedAt < ANNOUNCE_EVERY_MS) continue
      announcedAt = performance.now()
      await announce(desk, 'examples')
    }
  } finally {
    job.end()
    await announce(desk, 'examples')
  }
}
