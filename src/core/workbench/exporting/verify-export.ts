import type { z } from 'zod'
import type { verifyEvent, verifyResult } from '#contract'
import { type VerifiedFolder, verifyFolder } from '#export'
import type { Desk } from '../desk.ts'
import { stopSignal } from '../long-work.ts'
import { wholePath } from '../whole-path.ts'
import { isOfThisWorkspace } from './verify/is-of-this-workspace.ts'
import { verifyDecisions } from './verify/verify-decisions.ts'
import { verifyProvenance } from './verify/verify-provenance.ts'
import { verifyRemade } from './verify/verify-remade.ts'

type VerifyEvent = z.infer<typeof verifyEvent>

/**
 * Holds an export's folder against itself and, where it was made here, against this workspace: rows are made anew from the sources with the edits of the
 * ledger as it was, and what is chosen is chosen again.
 *
 * @throws FaultError `not-found` or `bad-input` for a folder that is no export, `cancelled`
 */
export async function* verifyExport(desk: Desk, dir: string, signal: AbortSignal | undefined): AsyncGenerator<VerifyEvent> {
  const stop = stopSignal(desk.session, signal)
  const folder = yield* verifyFolder(wholePath(dir), { signal: stop, known: (seq) => desk.session.ledger[seq - 1] })
  const isHere = await isOfThisWorkspace(desk, folder)
  if (isHere) {
    await verifyProvenance(desk, folder)
    const changed = yield* verifyRemade(desk, folder, stop)
    await verifyDecisions(desk, folder, { changed, signal: stop })
  }
  yield { kind: 'done', result: resultOf(folder, isHere ? 'workspace' : 'manifest') }
}

/** A row that stands in a Parquet twin as well is one row. */
function resultOf({ problems, manifest, index }: VerifiedFolder, by: 'workspace' | 'manifest'): z.infer<typeof verifyResult> {
  const { list, more, count } = problems
  const rows = new Set(index.map(({ ids }) => JSON.stringify(ids))).size
  return { ok: count === 0, by, target: manifest?.target ?? '', rows, files: manifest?.files.length ?? 0, problems: list, more }
}
