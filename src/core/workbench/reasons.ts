import { fault } from '#record'
import { REASONS, type ReviewReason } from '#review'
import type { Session } from './session.ts'

/** Setting of the workspace that holds a team's own reasons. */
const SETTING = 'reasons'

const DECISIONS = ['accept', 'reject'] as const

/** Digits there are to pick a reason of one decision. */
const MOST = 9

/** The reasons offered in this workspace: its own, else Winnow's. */
export function reasonsOf({ workspace }: Pick<Session, 'workspace'>): ReviewReason[] {
  const stored = workspace.record.setting(SETTING)
  const own = stored === null ? null : (JSON.parse(stored) as ReviewReason[] | null)
  return own ?? REASONS.map((reason) => ({ ...reason }))
}

/**
 * Replaces the reasons offered in this workspace; null brings back Winnow's own. Entries keep their codes, whatever is offered since.
 *
 * @throws FaultError `bad-input` naming the reason that cannot be
 */
export function setReasons(session: Pick<Session, 'workspace'>, reasons: readonly ReviewReason[] | null): ReviewReason[] {
  const own = reasons?.map(({ code, label, key, decision }) => ({ code, label: label.trim(), key, decision })) ?? null
  for (const decision of DECISIONS)
    checkList(
      (own ?? []).filter((reason) => reason.decision === decision),
      decision,
    )
  session.workspace.record.setSetting(SETTING, JSON.stringify(own))
  return reasonsOf(session)
}

function checkList(reasons: readonly ReviewReason[], decision: string): void {
  if (reasons.length > MOST) throw badReason(decision, `has ${reasons.length} reasons, and there are ${MOST} keys`, 'Leave some out.')
  for (const [place, { code, label, key }] of reasons.entries()) {
    const before = reasons.slice(0, place)
    if (!/^[a-z0-9-]{1,100}$/.test(code)) throw badReason(code, 'is no code', 'Write small letters, digits and hyphens, at most 100.')
    if (before.some((other) => other.code === code)) throw badReason(code, `is there twice for ${decision}`, 'Give each its own code.')
    if (!/^[1-9]$/.test(key)) throw badReason(code, `has the key ${JSON.stringify(key)}`, 'Use a digit from 1 to 9.')
    if (before.some((other) => other.key === key)) throw badReason(code, `has a key that another has: ${key}`, 'Give each its own digit.')
    if (label === '' || label.length > 200)
      throw badReason(code, 'has no label, or one of more than 200 characters', 'Say in a few words what it means.')
  }
}

function badReason(what: string, why: string, remedy: string) {
  return fault('bad-input', `The reason ${JSON.stringify(what)} ${why}.`, { culprit: what, remedy })
}
