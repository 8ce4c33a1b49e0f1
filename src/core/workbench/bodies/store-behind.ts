import { asSpans, missingRows } from '../add/unit.ts'
import { judgeMissing } from '../apply-recipe.ts'
import { announce, type Desk } from '../desk.ts'
import type { Fetch } from './fetch-body.ts'
import { goOn } from './fetching.ts'
import { storeRows } from './store-rows.ts'

/**
 * Stores the rows whose bytes came with the asked one, while its caller has already been answered. A source that moved on reads its files
 * itself: rows of the commit before must not take the place of its own.
 */
export function storeBehind(desk: Desk, { place, opened, file, part }: Fetch): void {
  const { fetching, closing, workspace } = desk.session
  const { whole } = part
  if (!whole) return
  const { ref } = place
  const isWanted = (): boolean => workspace.record.sources().some(({ id, revision }) => id === ref.sourceId && revision === ref.revision)
  goOn(fetching, JSON.stringify([ref.sourceId, ref.revision, ref.file, part.key]), async () => {
    const missing = isWanted() ? missingRows(whole, workspace.record.storedRows(ref.sourceId, ref.file)) : []
    if (missing.length === 0) return
    const job = desk.jobs.start('measuring', 'examples')
    let done = 0
    try {
      for await (const batch of fetching.behind.read(opened.job(file, { spans: asSpans(missing) }), closing.signal)) {
        await storeRows(desk, batch, { pool: desk.pool, signal: closing.signal, witness: place, isWanted, isJudgedLater: true })
        if (!isWanted()) return
        done += batch.length
        job.progress(done, missing.length)
      }
      await judgeMissing(desk)
    } finally {
      job.end()
      await announce(desk, 'examples')
    }
  })
}
