import type { z } from 'zod'
import type { stepEdited, stepEditInput } from '#contract'
import type { Example } from '#record'
import { checkChanges, type LedgerDraft, madeRedactions, type StepChange, valueOfChange } from '#review'
import { appendDrafts, sign } from '../append-drafts.ts'
import { contentHashShown, rowOf } from '../decide.ts'
import type { Desk } from '../desk.ts'
import { checkPatchStays } from './check-patch-stays.ts'
import { standingEdits } from './standing-edits.ts'

/**
 * Appends what a person changes of how an example is trained on: all of it as one batch, or nothing. What changes nothing appends nothing.
 * @throws Fault `conflict` when the row changed since it was shown; `bad-input` as {@link checkChanges} has it
 */
export async function editSteps(desk: Desk, example: Example, input: z.infer<typeof stepEditInput>): Promise<z.infer<typeof stepEdited>> {
  const contentHash = contentHashShown(desk, { id: example.id, contentHash: input.contentHash ?? example.contentHash })
  await rowOf(desk, example.id)
  const standing = standingEdits(desk, example.id)
  const changes = checkChanges(example, standing, input.edits)
  checkPatchStays(example, standing, changes)
  const said = asMade(desk, example.id, changes)
  const entries = said.length === 0 ? [] : await appendDrafts(desk, await draftsOf(desk, { ...input, id: example.id, contentHash }, said))
  return { seqs: entries.map(({ seq }) => seq), edits: standingEdits(desk, example.id), row: await rowOf(desk, example.id) }
}

/** Taking back a redaction that is several in one takes back each of them. */
function asMade({ session }: Desk, id: string, changes: readonly StepChange[]): StepChange[] {
  const shown = changes.flatMap((change) => (change.kind === 'unredact' ? [change.redaction] : []))
  if (shown.length === 0) return [...changes]
  const made = madeRedactions(session.workspace.record.ledgerOf(id), shown)
  const others = changes.filter(({ kind }) => kind !== 'unredact')
  return [...made.map((redaction) => ({ kind: 'unredact' as const, redaction })), ...others]
}

async function draftsOf(
  desk: Desk,
  {
    id,
    contentHash,
    reviewer,
    isBlind,
    reason = null,
    note = null,
  }: Omit<z.infer<typeof stepEditInput>, 'contentHash'> & { contentHash: string },
  changes: readonly StepChange[],
): Promise<LedgerDraft[]> {
  const signature = await sign(desk, reviewer)
  const batch = changes.length > 1 ? crypto.randomUUID() : undefined
  return changes.map((change) => ({
    ...signature,
    exampleId: id,
    contentHash,
    kind: change.kind,
    reason,
    note,
    undoes: null,
    value: valueOfChange(change),
    batch,
    ...(isBlind ? { isBlind } : {}),
  }))
}
