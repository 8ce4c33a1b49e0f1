import type { z } from 'zod'
import type { addResult } from '#contract'
import type { Adding } from './adding.ts'
import { measuredOf } from './measured-of.ts'

const LISTED_REJECTIONS = 1_000

/** What an add that came to its end left in the workspace. */
export async function resultOf({ desk, sourceId, opened, revision, progress, notes }: Adding): Promise<z.infer<typeof addResult>> {
  const { record } = desk.session.workspace
  const source = record.findSource(opened.uri)
  const rejections = record.rejections({ sourceId, offset: 0, limit: LISTED_REJECTIONS })
  const { requests, bytes } = progress.traffic()
  return {
    sourceId,
    source: opened.uri,
    revision,
    shapes: source?.shapes ?? [],
    examples: source?.examples ?? 0,
    measured: await measuredOf(desk, sourceId),
    rejected: rejections.rows.map(({ ref, reason }) => ({ where: ref.row < 0 ? ref.file : `${ref.file}:${ref.row + 1}`, reason })),
    rejectedCount: rejections.total,
    notes,
    bytesFetched: bytes,
    requests,
    seconds: progress.seconds(),
  }
}
