import type { MarkerCheck, NoteAbout, RowNote } from '#record'
import type { RowContext, TargetFormat, TargetRow, Unit } from '../targets/target-format.ts'
import { isRendered, isTemplated } from './reading.ts'
import { checkRow } from './row-checks.ts'

/** What a note about a failed check is about. */
const ABOUT: Record<MarkerCheck['id'], NoteAbout> = {
  messages: 'content',
  reasoning: 'reasoning',
  tools: 'tools',
  calls: 'call',
  arguments: 'arguments',
  results: 'result',
  trained: 'template',
  length: 'length',
}

/**
 * A row under the policy for examples of which something is lost: what the checks find is noted where no note tells of it yet, and the row is left out, or
 * the export refused, where the policy says so. Rows are not looked at where no template has a say and losses are taken: the format told them already.
 */
export function judgeRow(format: TargetFormat, unit: Unit, row: TargetRow, context: RowContext): TargetRow {
  const { lost } = context.policies
  if (row.isLeftOut || (lost === 'take' && !isTemplated(format, context))) return row
  const failed = checkRow(format, unit, row, context).checks.filter(({ state }) => state === 'lost')
  if (failed.length === 0) return row
  const found = failed.flatMap((check) => untold(check, row.notes)).map((check) => noteOf(check, 'lost', lost))
  if (lost === 'take') return { ...row, notes: [...(isRendered(format.info.id) ? stillTrue(row.notes, failed) : row.notes), ...found] }
  return { values: {}, notes: [...row.notes, ...failed.map((check) => noteOf(check, 'left-out', lost))], isLeftOut: true, tokens: null }
}

/** Notes of a text that a template rendered: reasoning it dropped is not where the policy moved it to. */
function stillTrue(notes: readonly RowNote[], failed: readonly MarkerCheck[]): RowNote[] {
  const dropped = new Set(failed.find(({ id }) => id === 'reasoning')?.messages)
  return notes.flatMap((note) => {
    if (note.kind !== 'changed' || note.about !== 'reasoning') return [note]
    const messages = note.messages.filter((index) => !dropped.has(index))
    return messages.length > 0 ? [{ ...note, messages }] : []
  })
}

/** A check with the messages that no note tells of yet; none where all are told. */
function untold(check: MarkerCheck, notes: readonly RowNote[]): MarkerCheck[] {
  const same = notes.filter(({ kind, about }) => kind === 'lost' && about === ABOUT[check.id])
  const told = new Set(same.flatMap(({ messages }) => messages))
  const messages = check.messages.filter((index) => !told.has(index))
  return messages.length === 0 && same.length > 0 ? [] : [{ ...check, messages }]
}

function noteOf({ id, messages, text }: MarkerCheck, kind: RowNote['kind'], policy: string): RowNote {
  return { kind, about: ABOUT[id], policy: `lost=${policy}`, messages, text: sentence(text) }
}

/** What a template said itself may end with a point already. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.+$/, '')}.`
}
