import type { Answers } from '../../api/api.ts'

/** A reason a person can give with one key. */
export type ReviewReason = Answers['review']['reasons'][number]

/** What a reason explains. */
export type ReasonDecision = ReviewReason['decision']

/** A digit a reason: there are no more keys. */
export const MOST_A_DECISION = 9

/** Those of one decision, in key order. */
export function reasonsOf(reasons: readonly ReviewReason[], decision: ReasonDecision): ReviewReason[] {
  return reasons.filter((reason) => reason.decision === decision)
}

/** The list with one more; its code is made of the label and is never another one's. */
export function addReason(reasons: readonly ReviewReason[], decision: ReasonDecision, label: string): ReviewReason[] {
  const code = freeCode(
    codeOf(label),
    reasons.map((reason) => reason.code),
  )
  return numbered([...reasons, { code, label: label.trim(), key: '', decision }])
}

/** The list with another label; the code stays, because entries of the ledger hold it. */
export function renameReason(reasons: readonly ReviewReason[], { code, decision }: ReviewReason, label: string): ReviewReason[] {
  return reasons.map((reason) => (reason.code === code && reason.decision === decision ? { ...reason, label: label.trim() } : reason))
}

/** The list without it; entries that hold its code keep it. */
export function removeReason(reasons: readonly ReviewReason[], { code, decision }: ReviewReason): ReviewReason[] {
  return numbered(reasons.filter((reason) => reason.code !== code || reason.decision !== decision))
}

/** The list with it one place up or down among those of its decision. */
export function moveReason(reasons: readonly ReviewReason[], moved: ReviewReason, by: 1 | -1): ReviewReason[] {
  const own = reasonsOf(reasons, moved.decision)
  const at = own.findIndex(({ code }) => code === moved.code)
  const other = own[at + by]
  if (!other) return [...reasons]
  const swapped = own.map((reason, i) => (i === at ? other : i === at + by ? moved : reason))
  return numbered([...reasons.filter(({ decision }) => decision !== moved.decision), ...swapped])
}

/** `Wrong Fix!` is the code `wrong-fix`. */
export function codeOf(label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]{1,60}/g)
  return words?.join('-').slice(0, 60) || 'reason'
}

function freeCode(code: string, taken: readonly string[]): string {
  let free = code
  for (let n = 2; taken.includes(free); n++) free = `${code}-${n}`
  return free
}

/** Accept's first, each with the digit of its place. */
function numbered(reasons: readonly ReviewReason[]): ReviewReason[] {
  return (['accept', 'reject'] as const).flatMap((decision) =>
    reasonsOf(reasons, decision).map((reason, i) => ({ ...reason, key: String(i + 1) })),
  )
}
