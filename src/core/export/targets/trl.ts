import type { JsonObject } from '#record'
import { argumentsForm } from '../chat/arguments.ts'
import { tellNumbers } from '../chat/exact-numbers.ts'
import { rowChat } from '../chat/row-chat.ts'
import { starterConfig } from '../config/starter-config.ts'
import { MESSAGE_COLUMNS, messagesAs, textRow } from './message-rows.ts'
import type { FileSpec, Leaving, RowContext, TargetFormat, TargetRow } from './target-format.ts'
import { countedTokens, leftOutRow, oneOf, originOf, ROWS_FILE } from './target-row.ts'

const SAYS = { reasoning: true, masks: false, tools: true }

/** The rows once more, with columns that are the same whatever they hold. */
const TWIN: FileSpec = {
  id: 'twin',
  format: 'parquet',
  name: (split) => `${split ?? 'train'}.parquet`,
  columns: [
    { name: 'id', type: 'string' },
    { name: 'instance_id', type: 'string' },
    { name: 'repo', type: 'string' },
    { name: 'language', type: 'string' },
    { name: 'license', type: 'string' },
    { name: 'harness', type: 'string' },
    { name: 'model', type: 'string' },
    { name: 'resolved', type: 'int' },
    ...MESSAGE_COLUMNS,
    { name: 'model_patch', type: 'string' },
    { name: 'reference_patch', type: 'string' },
  ],
  isIn: ({ withParquet }) => withParquet,
}

/**
 * TRL's conversational rows with tools (docs/source/dataset_formats.md of huggingface/trl). Columns it does not read tell where a row came from; none is
 * called as one it reads: text, prompt, completion, images, labels, input_ids, chat_template_kwargs. Arguments are objects, as most templates want
 * them, unless the chosen template needs text. There is no mask by message: turns that are context only are up to a policy.
 */
export const trl: TargetFormat = {
  info: {
    id: 'trl',
    title: 'TRL',
    help: 'Messages with tools and reasoning for SFTTrainer. It has no mask by message: turns that are context only leave out the example, or are trained on.',
    files: [ROWS_FILE.name(null), 'trl.yml'],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['arguments', 'contextLength', 'template', 'withReferencePatch', 'withParquet', 'reasoning', 'masks', 'overlong', 'lost'],
  },
  files: [ROWS_FILE, TWIN],
  rowOf(unit, context): TargetRow {
    const one = oneOf(unit)
    const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(one, context, SAYS)
    if (isLeftOut) return leftOutRow(book)
    const form = argumentsForm(context, 'object')
    if (form === 'object') tellNumbers(chat, argumentTexts, book)
    const row = { ...originOf(one), messages: messagesAs(form, chat, argumentTexts), tools: chat.tools, ...patchesOf(one, context) }
    const values: Record<string, JsonObject> = { [ROWS_FILE.id]: row as unknown as JsonObject }
    if (context.options.withParquet) values[TWIN.id] = { ...originOf(one), ...textRow(chat, argumentTexts), ...patchesOf(one, context) }
    return { values, notes: book.notes, isLeftOut: false, tokens: countedTokens(tokens) }
  },
  extras: (summary) => starterConfig('trl', summary),
}

/** The agent's patch is what the whole run made, cut or not; the reference patch leaves only when it is asked for. */
function patchesOf({ edited: { example } }: Leaving, { options }: RowContext): JsonObject {
  return { model_patch: example.patch, ...(options.withReferencePatch ? { reference_patch: example.referencePatch } : {}) }
}
