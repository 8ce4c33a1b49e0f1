import { ENTRY_KINDS, type LedgerEntry } from '#record'
import { isValueReadable } from './entry-value.ts'
import { isAnswer } from './standing-answers.ts'

/** What each field of an entry must be; one that may be absent says so. */
const FIELDS: Readonly<Record<keyof LedgerEntry, (value: unknown) => boolean>> = {
  seq: isCount,
  time: isTime,
  reviewer: isText,
  exampleId: isText,
  contentHash: isText,
  kind: (value) => ENTRY_KINDS.some((kind) => kind === value),
  reason: isTextOrNull,
  note: isTextOrNull,
  undoes: (value) => value === null || isCount(value),
  recipeHash: isTextOrNull,
  value: (value) => value === undefined || isText(value),
  batch: (value) => value === undefined || isText(value),
  isBlind: (value) => value === undefined || value === true,
  settles: (value) => value === undefined || value === true,
  originSeq: (value) => value === undefined || isCount(value),
  originHash: (value) => value === undefined || isHash(value),
  previousHash: isHash,
  hash: isHash,
}

/** What one entry gets wrong that can be seen in it alone, as the end of a sentence that begins with its number; null when all is well. */
export function entryProblem(entry: LedgerEntry): string | null {
  for (const [field, isRight] of Object.entries(FIELDS)) {
    if (!isRight(entry[field as keyof LedgerEntry])) return `cannot be read: its ${field} is missing or of another kind`
  }
  if ((entry.kind === 'undo') !== (entry.undoes !== null)) return 'is an undo of nothing, or names what it takes back without being one'
  if ((entry.originSeq === undefined) !== (entry.originHash === undefined)) return 'tells only half of where it came from'
  if (isAnswer(entry) && entry.value !== undefined && !entry.settles) return 'names answers it overrules without settling anything'
  if (!isValueReadable(entry)) return `does not say what it is about in the way of its kind (${entry.kind})`
  return null
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

/** Only this form is in order when compared as text. */
function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false
  const time = new Date(value)
  return !Number.isNaN(time.getTime()) && time.toISOString() === value
}
