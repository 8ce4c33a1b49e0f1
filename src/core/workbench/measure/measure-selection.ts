import type { z } from 'zod'
import type { measureEvent } from '#contract'
import type { Selection } from '#record'
import type { Desk } from '../desk.ts'
import { queryOf } from '../query-of.ts'

type MeasureEvent = z.infer<typeof measureEvent>

/** Fetches and measures what of a selection is only indexed. */
export async function* measureSelection(
  desk: Desk,
  { selection, limit }: { selection: Selection; limit?: number },
  _signal: AbortSignal,
): AsyncGenerator<MeasureEvent> {
  const ids = (await desk.session.workspace.analysis.unmeasured(queryOf(selection))).slice(0, limit)
  yield { kind: 'started', total: ids.length }
}
