import type { ExampleRow } from '#record'
import type { Query } from '#store'
import type { Desk } from './desk.ts'
import type { JobHandle, Jobs } from './jobs.ts'
import { stopSignal } from './long-work.ts'

/** What a recipe speaks about. */
export const MEASURED: Query = { facets: { measured: ['measured'] } }

/** What takes less is over before anybody has read what it was. */
const MOMENT_MS = 500

/** Rows between two looks at the clock. */
const REPORT_EVERY = 500

/**
 * Judges every measured row, each carrying the named measures alone. Where it takes more than a moment the status bar shows how far it is. Stops
 * when the signal aborts or the workspace closes.
 *
 * @throws the signal's reason
 */
export async function overMeasured<T>(
  desk: Desk,
  { measures, signal }: { measures: readonly string[]; signal: AbortSignal | undefined },
  work: (rows: AsyncIterable<ExampleRow>) => Promise<T>,
): Promise<T> {
  const { analysis } = desk.session.workspace
  const stop = stopSignal(desk.session, signal)
  const { measured } = await analysis.counts()
  const job = startLate(desk.jobs)
  async function* rows(): AsyncGenerator<ExampleRow> {
    let done = 0
    for await (const row of analysis.rows(MEASURED, null, { measures })) {
      stop.throwIfAborted()
      yield row
      done += 1
      if (done % REPORT_EVERY === 0) job.progress(done, measured)
    }
  }
  try {
    return await work(rows())
  } finally {
    job.end()
  }
}

/** A job that shows when it has gone on for a moment. */
function startLate(jobs: Jobs): JobHandle {
  const shownAt = performance.now() + MOMENT_MS
  let job: JobHandle | null = null
  return {
    progress(done, total) {
      if (!job && performance.now() >= shownAt) job = jobs.start('judging', 'examples')
      job?.progress(done, total)
    },
    end: () => job?.end(),
  }
}
