import type { z } from 'zod'
import type { decided, decideInput, undone } from '#contract'
import { type ExampleRow, fault, type LedgerEntry } from '#record'
import { appendTo, draftUndo, type LedgerDraft, nextUndo, projectStandings } from '#review'
import { announce, type Desk } from './desk.ts'
import { recipeInForce } from './recipe-in-force.ts'

/** Appends a decision or a note to the ledger and mirrors where the example now stands. */
export async function decide(desk: Desk, input: z.infer<typeof decideInput>): Promise<z.infer<typeof decided>> {
  const contentHash = contentHashAt(desk, input.id)
  if (input.contentHash !== undefined && input.contentHash !== contentHash) {
    throw fault('conflict', `Example ${input.id} changed since it was shown.`, {
      culprit: input.id,
      remedy: 'Open it again and look before deciding.',
    })
  }
  const { id: exampleId, reason = null, note = null, kind } = input
  if (kind === 'note' && !note) {
    throw fault('bad-input', 'A note needs its text.', { culprit: 'note', remedy: 'Write something, or clear the decision instead.' })
  }
  await rowOf(desk, exampleId)
  const entry = await append(desk, { ...(await signature(desk, input.reviewer)), exampleId, contentHash, kind, reason, note, undoes: null })
  return { seq: entry.seq, hash: entry.hash, row: await rowOf(desk, exampleId) }
}

/** Hash of the row a decision would be about; '' while nobody has seen it. Its row need not be here. Throws `not-found` for an unknown id. */
export function contentHashAt({ session }: Desk, id: string): string {
  const place = session.workspace.record.place(id)
  if (place) return place.contentHash
  throw fault('not-found', `There is no example ${id} in this workspace.`, { culprit: id, remedy: 'List the ids with: winnow list' })
}

/** Takes back the newest entry that still stands (of this reviewer, when one is named). */
export async function undo(desk: Desk, reviewer: string | undefined): Promise<z.infer<typeof undone>> {
  const target = nextUndo(desk.session.ledger, reviewer)
  if (!target) return { seq: null, hash: null, undone: null, row: null }
  const entry = await append(desk, draftUndo(target, await signature(desk, reviewer)))
  return { seq: entry.seq, hash: entry.hash, undone: target, row: (await desk.session.workspace.analysis.row(target.exampleId)) ?? null }
}

/** Who speaks, and which recipe they were looking at. */
async function signature(desk: Desk, reviewer: string | undefined): Promise<{ reviewer: string; recipeHash: string }> {
  const { hash } = await recipeInForce(desk)
  return { reviewer: reviewer ?? (await desk.settings.read()).reviewer, recipeHash: hash }
}

async function append(desk: Desk, draft: LedgerDraft): Promise<LedgerEntry> {
  const { ledger, workspace } = desk.session
  const entry = appendTo(ledger.at(-1) ?? null, draft, desk.now)
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
