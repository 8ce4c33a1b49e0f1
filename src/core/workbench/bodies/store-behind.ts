import { asSpans, missingRows } from '../add/unit.ts'
import { announce, type Desk } from '../desk.ts'
import type { Fetch } from './fetch-body.ts'
import { goOn } from './fetching.ts'
import { storeRows } from './store-rows.ts'

/** Stores the rows whose bytes came with the asked one, while its caller has already been answered. */
export function storeBehind(desk: Desk, { place, opened, file, part }: Fetch): void {
  const { fetching, closing, workspace } = desk.session
  const { whole } = part
  if (!whole) return
  const { ref } = place
  goOn(fetching, JSON.stringify([ref.sourceId, ref.revision, ref.file, part.key]), async () => {
    const missing = missingRows(whole, workspace.record.storedRows(ref.sourceId, ref.file))
    if (missing.length === 0) return
    const job = desk.jobs.start('measuring', 'examples')
    let done = 0
    try {
      for await (const batch of fetching.behind.read(opened.job(file, { spans: asSpans(missing) }), closing.signal)) {
        await storeRows(desk, batch, { pool: desk.pool, signal: closing.signal, witness: place })
        done += batch.length
        job.progress(done, missing.length)
      }
    } finally {
      job.end()
      await announce(desk, 'examples')
    }
  })
}
