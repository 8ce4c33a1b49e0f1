import { starterConfig } from '../config/starter-config.ts'
import { fittedExample } from '../trainer/fitted-example.ts'
import { RENDERED_SAYS } from '../trainer/rendered-example.ts'
import type { TargetFormat } from './target-format.ts'
import { leftOutRow, oneOf, originOf, ROWS_FILE } from './target-row.ts'

/** A row for trainers that read text: what the chosen template renders, and where it came from. Spans are in no field: no trainer of text rows reads any. */
export const chatml: TargetFormat = {
  info: {
    id: 'chatml',
    title: 'Rendered text',
    help: 'The text the model sees, rendered by the chosen chat template. A text has no mask: trainers train on all of it unless told otherwise.',
    files: [ROWS_FILE.name(null), 'trl.yml'],
    unit: 'example',
    needsTemplate: true,
    needsTokenizer: false,
    says: RENDERED_SAYS.chatml,
    options: ['template', 'arguments', 'contextLength', 'reasoning', 'masks', 'overlong', 'lost'],
  },
  files: [ROWS_FILE],
  rowOf(unit, context) {
    const one = oneOf(unit)
    const { rendered, book, isLeftOut, encoded } = fittedExample('chatml', one, context)
    if (isLeftOut) return leftOutRow(book)
    const total = encoded?.ids.length
    return {
      values: { [ROWS_FILE.id]: { text: rendered.text, ...originOf(one) } },
      notes: book.notes,
      isLeftOut: false,
      tokens: total === undefined ? null : { total, trained: total },
    }
  },
  extras: (summary) => starterConfig('chatml', summary),
}
