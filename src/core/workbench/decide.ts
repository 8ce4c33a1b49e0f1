import type { z } from 'zod'
import type { decided, decideInput, undone } from '#contract'
import { type ExampleRow, fault, type LedgerEntry } from '#record'
import { draftUndo, type LedgerDraft, nextRedo, nextUndo, originOf, projectStandings, settling } from '#review'
import { appendDrafts, sign } from './append-drafts.ts'
import type { Desk } from './desk.ts'

/** Appends a decision or a note to the ledger and mirrors where the example now stands. */
export async function decide(desk: Desk, input: z.infer<typeof decideInput>): Promise<z.infer<typeof decided>> {
  const contentHash = contentHashShown(desk, input)
  const { id: exampleId, reason = null, note = null, kind } = input
  if (kind === 'note' && !note) {
    throw fault('bad-input', 'A note needs its text.', { culprit: 'note', remedy: 'Write something, or clear the decision instead.' })
  }
  await rowOf(desk, exampleId)
  const signature = await sign(desk, input.reviewer)
  const [entry] = await appendDrafts(desk, [
    {
      ...signature,
      exampleId,
      contentHash,
      kind,
      reason,
      note,
      undoes: null,
      ...(kind === 'note' ? {} : knowing(desk, { ...signature, exampleId, kind, isBlind: input.isBlind })),
    },
  ])
  return { ...placeOf(entry), row: await rowOf(desk, exampleId) }
}

/** Whether an answer is given blind, or else settles what others say: who sees their answers and gives another one overrules them. */
export function knowing(
  { session }: Pick<Desk, 'session'>,
  said: { reviewer: string; exampleId: string; kind: 'accept' | 'reject' | 'clear'; isBlind?: boolean | undefined },
): Pick<LedgerDraft, 'isBlind' | 'settles' | 'value'> {
  if (said.isBlind) return { isBlind: true }
  const entries = session.workspace.record.ledgerOf(said.exampleId)
  const originAt = new Map(entries.map((entry) => [entry.seq, originOf(entry)]))
  return settling(projectStandings(entries).get(said.exampleId)?.opinions ?? [], said, (seq) => originAt.get(seq))
}

/** {@link contentHashAt}, which must be what the page was showing where it says so. */
export function contentHashShown(desk: Desk, { id, contentHash: shown }: { id: string; contentHash?: string | undefined }): string {
  const contentHash = contentHashAt(desk, id)
  if (shown === undefined || shown === contentHash) return contentHash
  throw fault('conflict', `Example ${id} changed since it was shown.`, {
    culprit: id,
    remedy: 'Open it again and look before deciding.',
  })
}

/** Hash of the row a decision would be about; '' while nobody has seen it. Its row need not be here. Throws `not-found` for an unknown id. */
export function contentHashAt({ session }: Desk, id: string): string {
  const place = session.workspace.record.place(id)
  if (place) return place.contentHash
  throw fault('not-found', `There is no example ${id} in this workspace.`, { culprit: id, remedy: 'List the ids with: winnow list' })
}

/** Takes back the newest entry that still stands (of this reviewer, when one is named), with all of its batch. */
export function undo(desk: Desk, reviewer: string | undefined): Promise<z.infer<typeof undone>> {
  return takeBack(desk, nextUndo(desk.session.ledger, reviewer), reviewer)
}

/** Takes back the newest undo, as long as nothing was said since. */
export function redo(desk: Desk, reviewer: string | undefined): Promise<z.infer<typeof undone>> {
  return takeBack(desk, nextRedo(desk.session.ledger, reviewer), reviewer)
}

async function takeBack(desk: Desk, targets: readonly LedgerEntry[], reviewer: string | undefined): Promise<z.infer<typeof undone>> {
  const [newest] = targets
  if (!newest) return { seq: null, hash: null, undone: null, count: 0, row: null }
  const batch = newest.batch === undefined ? undefined : crypto.randomUUID()
  const signature = await sign(desk, reviewer)
  const entries = await appendDrafts(
    desk,
    targets.map((target) => draftUndo(target, { ...signature, batch })),
  )
  const row = (await desk.session.workspace.analysis.row(newest.exampleId)) ?? null
  return { ...placeOf(entries.at(-1)), undone: newest, count: targets.length, row }
}

/** Where the ledger holds it. */
export function placeOf(entry: LedgerEntry | undefined): { seq: number; hash: string } {
  if (!entry) throw new Error('Nothing was appended')
  return { seq: entry.seq, hash: entry.hash }
}

/** A row as tables show it. Throws `not-found` when it is not in the analysis yet. */
export async function rowOf(desk: Desk, id: string): Promise<ExampleRow> {
  return (await desk.session.workspace.analysis.row(id)) ?? notMeasured(id)
}

/** Rows as tables show them, in the order asked for. Throws `not-found` when one is not in the analysis yet. */
export async function rowsOf(desk: Desk, ids: readonly string[]): Promise<ExampleRow[]> {
  const rows = new Map((await desk.session.workspace.analysis.rowsOf(ids)).map((row) => [row.id, row]))
  return ids.map((id) => rows.get(id) ?? notMeasured(id))
}

function notMeasured(id: string): never {
  throw fault('not-found', `Example ${id} is not measured yet.`, { culprit: id, remedy: 'Wait until measuring is done.' })
}
