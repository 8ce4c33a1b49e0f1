import type { z } from 'zod'
import { type bulkInput, type bulkPreview, type bulkResult, MOST_IN_BULK } from '#contract'
import { fault, type LedgerEntry, type Opinion } from '#record'
import { type LedgerDraft, originOf, settling } from '#review'
import { appendDrafts, sign } from './append-drafts.ts'
import { type BulkRow, rowsInBulk } from './bulk-rows.ts'
import type { Desk } from './desk.ts'
import { queryOf } from './query-of.ts'
import { reviewerOf } from './reviewer-of.ts'

type BulkInput = z.infer<typeof bulkInput>

/** What a decision about a whole selection would do. Nothing changes. */
export async function previewBulk(desk: Desk, input: BulkInput): Promise<z.infer<typeof bulkPreview>> {
  const total = await countSelected(desk, input)
  const isTooMany = total > MOST_IN_BULK
  const rows = isTooMany ? [] : await rowsInBulk(desk.session, queryOf(input.selection))
  const reviewer = await reviewerOf(desk, input.reviewer)
  const here = rows.filter(isHere)
  const decision = input.kind === 'clear' ? null : input.kind
  const against = { accept: 'drop', reject: 'keep', clear: null }[input.kind]
  return {
    total,
    changing: here.filter((row) => row.decision !== decision).length,
    overriding: against === null ? 0 : here.filter(({ verdict }) => verdict === against).length,
    overruling: input.isBlind ? 0 : here.filter(({ opinions }) => overruled(opinions, { reviewer, kind: input.kind })).length,
    notHere: rows.length - here.length,
    isTooMany,
  }
}

/**
 * Decides about a whole selection, as one batch in one transaction. Rows that are not here as a whole are left out, and those of which nothing would
 * be said that is not so already. Callers wait for their turn (`Session.exclusiveDecision`).
 *
 * @throws FaultError `conflict` when other than `expected` examples are selected, `bad-input` when they are too many
 */
export async function decideInBulk(desk: Desk, input: BulkInput & { expected: number }): Promise<z.infer<typeof bulkResult>> {
  const total = await countSelected(desk, input)
  if (total > MOST_IN_BULK) throw tooMany(total)
  const rows = await rowsInBulk(desk.session, queryOf(input.selection))
  if (rows.length !== input.expected) throw changed(rows.length, input.expected)
  const { kind, reason = null, note = null, isBlind } = input
  const signature = await sign(desk, input.reviewer)
  const said = { ...signature, kind, reason, note, isBlind }
  const batch = crypto.randomUUID()
  const originAt = originsIn(desk.session.ledger)
  const drafts = rows.filter((row) => isHere(row) && !isSoAlready(row, said)).map((row) => draftOf(row, { ...said, batch }, originAt))
  const entries = drafts.length > 0 ? await appendDrafts(desk, drafts) : []
  const head = entries.at(-1)?.hash ?? null
  return { batch: entries.length > 0 ? batch : null, entries: entries.length, leftOut: rows.length - entries.length, head }
}

interface Said extends Pick<LedgerDraft, 'reviewer' | 'recipeHash' | 'reason' | 'note'> {
  kind: BulkInput['kind']
  isBlind: boolean | undefined
}

function draftOf(
  { id: exampleId, contentHash, opinions }: BulkRow,
  { isBlind, ...said }: Said & { batch: string },
  originAt: (seq: number) => string | undefined,
): LedgerDraft {
  return { ...said, exampleId, contentHash, undoes: null, ...(isBlind ? { isBlind } : settling(opinions, said, originAt)) }
}

/** An entry stands at its seq, but in a ledger of which something cannot be read. */
function originsIn(ledger: readonly LedgerEntry[]): (seq: number) => string | undefined {
  return (seq) => {
    const there = ledger[seq - 1]
    const entry = there?.seq === seq ? there : ledger.find((one) => one.seq === seq)
    return entry && originOf(entry)
  }
}

/** Saying it again would say nothing new: no opinion to clear, or the same one about the same bytes. */
function isSoAlready({ opinions, contentHash }: BulkRow, said: Said): boolean {
  const own = opinions.find(({ reviewer }) => reviewer === said.reviewer)
  if (said.kind === 'clear') return opinions.length === 0 || (said.isBlind === true && !own)
  const isSame = own?.decision === said.kind && own.contentHash === contentHash && own.reason === said.reason
  return isSame && said.note === null && (said.isBlind === true || !overruled(opinions, said))
}

/** Somebody else says otherwise. */
function overruled(opinions: readonly Opinion[], said: { reviewer: string; kind: BulkInput['kind'] }): boolean {
  return opinions.some(({ reviewer, decision }) => reviewer !== said.reviewer && decision !== said.kind)
}

/** Nobody decides about what nobody has seen whole. */
function isHere({ isMeasured, contentHash }: BulkRow): boolean {
  return isMeasured && contentHash !== ''
}

function countSelected({ session }: Desk, { selection }: BulkInput): Promise<number> {
  return session.workspace.analysis.count(queryOf(selection))
}

function tooMany(total: number) {
  return fault('bad-input', `${total} examples are selected, and one bulk decision takes at most ${MOST_IN_BULK}.`, {
    culprit: 'selection',
    remedy: 'Narrow the selection, or decide about it in parts.',
  })
}

function changed(selected: number, expected: number) {
  return fault('conflict', `${selected} examples are selected by now, not ${expected}.`, {
    culprit: 'selection',
    remedy: 'Look at the selection again, then decide.',
  })
}
