import { type EntryKind, EVIDENCE_FIELDS, fault, type LedgerEntry, type Redaction } from '#record'

type Valued = Pick<LedgerEntry, 'seq' | 'kind' | 'value'>

/** The message indexes a `mask` or `unmask` is about. */
export function messagesOf(entry: Valued): number[] {
  const value = parsed(entry)
  if (Array.isArray(value) && value.length > 0 && value.every(isIndex)) return value
  throw damaged(entry)
}

/** Index of the last message a `cut` leaves. */
export function cutOf(entry: Valued): number {
  const value = parsed(entry)
  if (isIndex(value)) return value
  throw damaged(entry)
}

/** What a `redact` or `unredact` is about. */
export function redactionOf(entry: Valued): Redaction {
  const value = parsed(entry)
  if (isRedaction(value)) return value
  throw damaged(entry)
}

/** The text a `tag`, `untag`, `pair` or `unpair` is about. */
export function textOf(entry: Valued): string {
  if (entry.value) return entry.value
  throw damaged(entry)
}

/**
 * The answers, by their origin, that one which settles overrules: those its reviewer knew. What came by a merge later is not among them. Null stands for
 * all before it.
 */
export function overruledOf(entry: Valued): string[] | null {
  if (entry.value === undefined) return null
  const value = parsed(entry)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw damaged(entry)
}

/** How the value of each kind is read; kinds that are not here have none. */
const READERS: Partial<Record<EntryKind, (entry: Valued) => unknown>> = {
  accept: overruledOf,
  reject: overruledOf,
  clear: overruledOf,
  tag: textOf,
  untag: textOf,
  pair: textOf,
  unpair: textOf,
  mask: messagesOf,
  unmask: messagesOf,
  cut: cutOf,
  redact: redactionOf,
  unredact: redactionOf,
}

/** Whether an entry says what it is about in the way its kind does. */
export function isValueReadable(entry: Valued): boolean {
  const read = READERS[entry.kind]
  if (!read) return entry.value === undefined
  try {
    read(entry)
    return true
  } catch {
    return false
  }
}

function parsed({ value = '' }: Valued): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isIndexOrNull(value: unknown): boolean {
  return value === null || isIndex(value)
}

function isRedaction(value: unknown): value is Redaction {
  const { at, replacement } = (value ?? {}) as Partial<Redaction>
  if (typeof replacement !== 'string' || typeof at !== 'object' || at === null) return false
  const isText = isIndexOrNull(at.messageIndex) && EVIDENCE_FIELDS.includes(at.field) && isIndexOrNull(at.call)
  return isText && isIndex(at.start) && isIndex(at.end) && at.start < at.end
}

function damaged({ seq, kind }: Valued) {
  return fault('workspace-damaged', `Ledger entry ${seq} is damaged: what it is about cannot be read (${kind}).`, {
    culprit: `ledger entry ${seq}`,
    remedy: 'Check the chain with: winnow ledger --check',
  })
}
