import { fault } from '#record'
import { starterConfig } from '../config/starter-config.ts'
import { fittedExample } from '../trainer/fitted-example.ts'
import { RENDERED_SAYS } from '../trainer/rendered-example.ts'
import { trainedTokens } from '../trainer/trainer-tokens.ts'
import type { FileSpec, ParquetColumn, TargetFormat } from './target-format.ts'
import { leftOutRow, oneOf, ROWS_FILE } from './target-row.ts'

/** What the loss leaves out. Source: `ignore_index` of PyTorch's CrossEntropyLoss, and Transformers' collators. */
const UNTRAINED = -100

const COLUMNS: readonly ParquetColumn[] = ['input_ids', 'labels', 'attention_mask'].map((name) => ({ name, type: 'ints' }))

const PARQUET: FileSpec = { id: 'parquet', format: 'parquet', name: (split) => `${split ?? 'train'}.parquet`, columns: COLUMNS }

/**
 * Rows that a trainer takes as they are: token ids, and labels that are -100 wherever nothing is to be learnt, masks of the review among it. A token of
 * which any character is trained on is trained on whole (see `trainedTokens`). No other column: collators make tensors of all there are; `rows.jsonl` has the ids.
 */
export const pretokenized: TargetFormat = {
  info: {
    id: 'pretokenized',
    title: 'Token ids',
    help: 'input_ids and labels by the chosen template and the workspace’s tokenizer: any mask is carried, and no trainer renders anything anew.',
    files: [ROWS_FILE.name(null), PARQUET.name(null), 'trl.yml'],
    unit: 'example',
    needsTemplate: true,
    needsTokenizer: true,
    says: RENDERED_SAYS.pretokenized,
    options: ['template', 'arguments', 'contextLength', 'reasoning', 'overlong', 'lost'],
  },
  files: [ROWS_FILE, PARQUET],
  rowOf(unit, context) {
    if (context.template && !context.encoder) throw encoderFault()
    const { rendered, book, isLeftOut, encoded } = fittedExample('pretokenized', oneOf(unit), context)
    if (rendered.trained === null) throw spansFault(context.template?.info.name ?? '')
    if (isLeftOut || !encoded) return leftOutRow(book)
    const mask = trainedTokens(encoded, rendered.trained)
    if (!mask.includes(1)) {
      book.tell('left-out', 'template', null, 'No token of it is trained on: trainers refuse such a row.')
      return leftOutRow(book)
    }
    const ids = [...encoded.ids]
    const row = { input_ids: ids, labels: ids.map((id, place) => (mask[place] ? id : UNTRAINED)), attention_mask: ids.map(() => 1) }
    const trained = mask.reduce((sum, one) => sum + one, 0)
    return {
      values: { [ROWS_FILE.id]: row, [PARQUET.id]: row },
      notes: book.notes,
      isLeftOut: false,
      tokens: { total: ids.length, trained },
    }
  },
  extras: (summary) => starterConfig('pretokenized', summary),
}

function encoderFault() {
  return fault('bad-input', 'Token ids need a tokenizer with ids, and the workspace has none.', {
    culprit: 'tokenizer',
    remedy: 'Choose the tokenizer.json of the model: winnow tokenizer FILE, or Settings, Tokens.',
  })
}

function spansFault(name: string) {
  return fault(
    'bad-input',
    `The chat template ${name} is written so that turns cannot be told apart in its text: there is nothing to make labels from.`,
    {
      culprit: name,
      remedy: 'Take a template with {% generation %} marks, or one with a loop over its messages.',
    },
  )
}
