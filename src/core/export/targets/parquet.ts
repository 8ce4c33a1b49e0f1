import type { JsonObject } from '#record'
import { rowChat } from '../chat/row-chat.ts'
import { MESSAGE_COLUMNS, textRow } from './message-rows.ts'
import { WHOLE_COLUMNS } from './parquet-columns.ts'
import type { FileSpec, TargetFormat, TargetRow } from './target-format.ts'
import { countedTokens, leftOutRow, oneOf } from './target-row.ts'

const SAYS = { reasoning: true, masks: true, tools: true }

const FILE: FileSpec = {
  id: 'rows',
  format: 'parquet',
  name: (split) => `${split ?? 'train'}.parquet`,
  columns: [...WHOLE_COLUMNS.map(({ name, type }) => ({ name, type })), ...MESSAGE_COLUMNS, { name: 'reference_patch', type: 'string' }],
}

/** Everything known of what leaves, one column each and the same whatever rows hold: for analysis, and for making a format Winnow does not have. */
export const parquet: TargetFormat = {
  info: {
    id: 'parquet',
    title: 'Parquet',
    help: 'Everything known of what leaves: the row, all measures, verdict with reasons, decision and edits, one column each.',
    files: [FILE.name(null)],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['contextLength', 'withReferencePatch', 'reasoning', 'overlong'],
  },
  files: [FILE],
  rowOf(unit, context): TargetRow {
    const one = oneOf(unit)
    const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(one, context, SAYS)
    if (isLeftOut) return leftOutRow(book)
    const small = Object.fromEntries(WHOLE_COLUMNS.map(({ name, value }) => [name, value(one)]))
    const { referencePatch } = one.edited.example
    const row: JsonObject = {
      ...small,
      ...textRow(chat, argumentTexts),
      ...(context.options.withReferencePatch ? { reference_patch: referencePatch } : {}),
    }
    return { values: { [FILE.id]: row }, notes: book.notes, isLeftOut: false, tokens: countedTokens(tokens) }
  },
}
