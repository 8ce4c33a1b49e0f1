import { fault, type LedgerEntry, type Redaction } from '#record'

/** The message indexes a `mask` or `unmask` is about. */
export function messagesOf(entry: LedgerEntry): number[] {
  return parsed<number[]>(entry)
}

/** Index of the last message a `cut` leaves. */
export function cutOf(entry: LedgerEntry): number {
  return parsed<number>(entry)
}

/** What a `redact` or `unredact` is about. */
export function redactionOf(entry: LedgerEntry): Redaction {
  return parsed<Redaction>(entry)
}

/** The text a `tag`, `untag`, `pair` or `unpair` is about. */
export function textOf({ value, seq }: LedgerEntry): string {
  if (value === undefined) throw damaged(seq, 'it says nothing of what it is about')
  return value
}

function parsed<T>(entry: LedgerEntry): T {
  try {
    return JSON.parse(textOf(entry)) as T
  } catch (cause) {
    throw damaged(entry.seq, 'what it is about cannot be read', cause)
  }
}

function damaged(seq: number, why: string, cause?: unknown) {
  return fault('workspace-damaged', `Ledger entry ${seq} is damaged: ${why}.`, {
    culprit: `ledger entry ${seq}`,
    remedy: 'Check the chain with: winnow ledger --check',
    cause,
  })
}
