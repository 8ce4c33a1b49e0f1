import fc from 'fast-check'
import type { LedgerEntry, Standing } from '#record'
import { draftUndo, type LedgerDraft, nextRedo, nextUndo, projectStandings, settling } from '#review'
import { clockAt, draft, extend } from './ledger-builder.ts'

/** What can happen on a day: something is said, in one go; somebody takes back what is next, or brings back what was taken back last. */
export type Step = { kind: 'say'; drafts: LedgerDraft[] } | { kind: 'undo' | 'redo'; reviewer: string | undefined }

const reviewer = fc.constantFrom('ana', 'bo', '__proto__')
const exampleId = fc.constantFrom('e1', 'e2', 'e\ud800')
const place = fc
  .record({ field: fc.constantFrom('content', 'patch'), call: fc.constant(null), start: fc.nat(5), end: fc.integer({ min: 6, max: 9 }) })
  .map((at) => JSON.stringify({ at: { messageIndex: at.field === 'patch' ? null : 1, ...at }, replacement: '[x]' }))

const answer = fc
  .record({
    kind: fc.constantFrom('accept' as const, 'reject' as const, 'clear' as const),
    note: fc.option(fc.constantFrom('', 'a')),
    reason: fc.option(fc.constantFrom('other', 'duplicate')),
    settles: fc.constantFrom(undefined, undefined, true as const),
    isBlind: fc.constantFrom(undefined, true as const),
  })
  .map(({ kind, ...said }) => draft(kind, said))
const other = fc.oneof(
  fc.constantFrom('x', '', '\udc00').map((note) => draft('note', { note })),
  fc.tuple(fc.constantFrom('tag' as const, 'untag' as const), fc.constantFrom('t', 'u')).map(([kind, value]) => draft(kind, { value })),
  fc.constantFrom(draft('flag'), draft('unflag'), draft('uncut')),
  fc
    .tuple(fc.constantFrom('mask' as const, 'unmask' as const), fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }))
    .map(([kind, messages]) => draft(kind, { value: JSON.stringify(messages) })),
  fc.nat(4).map((after) => draft('cut', { value: String(after) })),
  fc.tuple(fc.constantFrom('redact' as const, 'unredact' as const), place).map(([kind, value]) => draft(kind, { value })),
  fc.tuple(fc.constantFrom('pair' as const, 'unpair' as const), exampleId).map(([kind, value]) => draft(kind, { value })),
)

/** Anything one can say. */
export const anyDraft = fc
  .record({ said: fc.oneof({ weight: 2, arbitrary: answer }, other), reviewer, exampleId, contentHash: fc.constantFrom('c1', 'c1', 'c2') })
  .map(({ said, ...by }) => ({ ...said, ...by }))

const saying: fc.Arbitrary<Step> = fc
  .record({ drafts: fc.array(anyDraft, { minLength: 1, maxLength: 3 }), batch: fc.uuid(), reviewer })
  .map(({ drafts, batch, reviewer: by }) => ({
    kind: 'say',
    drafts: drafts.length === 1 ? drafts : drafts.map((said) => ({ ...said, batch, reviewer: by })),
  }))

/** A day on which much is said and some of it taken back. */
export const anyDay: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: saying },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), reviewer: fc.option(reviewer, { nil: undefined }) }),
    },
  ),
  { maxLength: 25 },
)

/** A day on which things are only said. */
export const anyWords = fc.array(saying, { maxLength: 12 })

/** `entries` after a day; each step takes a second, the first at `from`. */
export function live(steps: readonly Step[], entries: readonly LedgerEntry[] = [], from = 0): LedgerEntry[] {
  return steps.reduce<LedgerEntry[]>(
    (so, step, at) => extend(so, draftsOf(step, so, `batch ${from + at}`), clockAt(from + at)),
    [...entries],
  )
}

function draftsOf(step: Step, entries: readonly LedgerEntry[], name: string): LedgerDraft[] {
  if (step.kind === 'say') return step.drafts.map((one) => (one.settles ? { ...one, ...whatIsKnown(one, entries) } : one))
  const targets = step.kind === 'undo' ? nextUndo(entries, step.reviewer) : nextRedo(entries, step.reviewer)
  const batch = targets.length > 1 ? name : undefined
  return targets.map((target) => draftUndo(target, { reviewer: step.reviewer ?? target.reviewer, recipeHash: null, batch }))
}

/** What one who settles knows: the answers that stand so far, none of those given in the same go. */
function whatIsKnown({ exampleId, reviewer: by }: LedgerDraft, entries: readonly LedgerEntry[]): Pick<LedgerDraft, 'settles' | 'value'> {
  const opinions = projectStandings(entries).get(exampleId)?.opinions ?? []
  return settling(
    opinions,
    { reviewer: by, kind: 'clear' },
    (seq) => entries.find((one) => one.seq === seq)?.originHash ?? entries[seq - 1]?.hash,
  )
}

/** What stands, with nothing in it of where a ledger holds it: examples about which nothing stands are left out. */
export function said(standings: ReadonlyMap<string, Standing>): Record<string, unknown> {
  const all = [...standings].map(([id, { seq: _, contentHash, opinions, ...rest }]) => {
    const stands = { ...rest, opinions: opinions.map(({ seq: __, ...opinion }) => opinion) }
    return [id, opinions.length === 0 ? stands : { ...stands, contentHash }] as const
  })
  const something = all.filter(
    ([, { reviewer: by, tags, isFlagged, edits }]) => by !== null || tags.length > 0 || isFlagged || edits.contentHash !== null,
  )
  return Object.fromEntries(something.sort(([a], [b]) => (a < b ? -1 : 1)))
}
