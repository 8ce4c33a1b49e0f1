import type { z } from 'zod'
import type { picked, pickInput } from '#contract'
import { fault } from '#record'
import type { LedgerDraft } from '#review'
import { appendDrafts, sign } from '../append-drafts.ts'
import { contentHashAt, knowing, rowsOf } from '../decide.ts'
import type { Desk } from '../desk.ts'

/** Reason codes of the ledger for one that was picked, and for those it was picked over. */
const BEST_OF = 'best-of-attempts'
const NOT_BEST = 'another-attempt-is-better'

/** Accepts the best attempt and rejects the others, as one batch. A reason that is given explains the rejections. */
export async function pick(desk: Desk, { best, others, ...said }: z.infer<typeof pickInput>): Promise<z.infer<typeof picked>> {
  if (others.includes(best)) {
    throw fault('bad-input', `Example ${best} cannot be the best and among the others.`, {
      culprit: best,
      remedy: 'Name the others without it.',
    })
  }
  const ids = [best, ...new Set(others)]
  await rowsOf(desk, ids)
  const batch = crypto.randomUUID()
  const signature = await sign(desk, said.reviewer)
  const drafts = ids.map((exampleId): LedgerDraft => {
    const kind = exampleId === best ? 'accept' : 'reject'
    return {
      ...signature,
      exampleId,
      contentHash: contentHashAt(desk, exampleId),
      kind,
      reason: kind === 'accept' ? BEST_OF : (said.reason ?? NOT_BEST),
      note: said.note ?? null,
      undoes: null,
      batch,
      ...knowing(desk, { ...signature, exampleId, kind, isBlind: said.isBlind }),
    }
  })
  await appendDrafts(desk, drafts)
  return { batch, rows: await rowsOf(desk, ids) }
}
