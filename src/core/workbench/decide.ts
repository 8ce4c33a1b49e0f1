import type { z } from 'zod'
import type { decided, decideInput, undone } from '#contract'
import { type ExampleRow, fault, type LedgerEntry } from '#record'
import { appendTo, type LedgerDraft, nextUndo, projectStandings } from '#review'
import { recipeInForce } from './apply-recipe.ts'
import { announce, type Desk } from './desk.ts'

/** Appends a decision or a note to the ledger and mirrors where the example now stands. */
export async function decide(desk: Desk, input: z.infer<typeof decideInput>): Promise<z.infer<typeof decided>> {
  const { example } = desk.session.examples.get(input.id)
  if (input.contentHash !== undefined && input.contentHash !== example.contentHash) {
    throw fault('conflict', `Example ${input.id} changed since it was shown.`, {
      culprit: input.id,
      remedy: 'Open it again and look before deciding.',
    })
  }
  const { reason = null, note = null, kind } = input
  if (kind === 'note' && !note)
    throw fault('bad-input', 'A note needs its text.', { culprit: 'note', remedy: 'Write something, or clear the decision instead.' })
  const entry = await append(desk, input.reviewer, {
    exampleId: input.id,
    contentHash: example.contentHash,
    kind,
    reason,
    note,
    undoes: null,
  })
  return { seq: entry.seq, hash: entry.hash, row: await rowOf(desk, input.id) }
}

/** Takes back the newest entry that still stands (of this reviewer, when one is named). */
export async function undo(desk: Desk, reviewer: string | undefined): Promise<z.infer<typeof undone>> {
  const target = nextUndo(desk.session.ledger, reviewer)
  if (!target) return { seq: null, hash: null, undone: null, row: null }
  const { exampleId, contentHash, seq } = target
  const entry = await append(desk, reviewer, { exampleId, contentHash, kind: 'undo', reason: null, note: null, undoes: seq })
  return { seq: entry.seq, hash: entry.hash, undone: target, row: (await desk.session.workspace.analysis.row(exampleId)) ?? null }
}

async function append(desk: Desk, reviewer: string | undefined, draft: Omit<LedgerDraft, 'reviewer' | 'recipeHash'>): Promise<LedgerEntry> {
  const { ledger, workspace } = desk.session
  const who = reviewer ?? (await desk.settings.read()).reviewer
  const { hash: recipeHash } = await recipeInForce(desk)
  const entry = appendTo(ledger.at(-1) ?? null, { ...draft, reviewer: who, recipeHash }, desk.now())
  workspace.record.appendEntries([entry])
  ledger.push(entry)
  const standing = projectStandings(workspace.record.ledgerOf(entry.exampleId)).get(entry.exampleId)
  if (standing) await workspace.analysis.putStandings([standing])
  await announce(desk, 'decisions')
  return entry
}

async function rowOf(desk: Desk, id: string): Promise<ExampleRow> {
  const row = await desk.session.workspace.analysis.row(id)
  if (!row) throw fault('not-found', `Example ${id} is not measured yet.`, { culprit: id, remedy: 'Wait until measuring is done.' })
  return row
}
