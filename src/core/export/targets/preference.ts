import type { JsonObject, RowNote } from '#record'
import { type ArgumentsForm, argumentsForm } from '../chat/arguments.ts'
import type { ChatMessage } from '../chat/chat.ts'
import { tellNumbers } from '../chat/exact-numbers.ts'
import { NoteBook } from '../chat/note-book.ts'
import { rowChat } from '../chat/row-chat.ts'
import { starterConfig } from '../config/starter-config.ts'
import { modelTokens } from '../token-sums.ts'
import { messagesAs } from './message-rows.ts'
import { sharedPrompt } from './preference-prompt.ts'
import type { Leaving, RowContext, TargetFormat, TargetRow } from './target-format.ts'
import { leftOutRow, ROWS_FILE, writtenRow } from './target-row.ts'

const SAYS = { reasoning: true, masks: false, tools: true }

/**
 * TRL's conversational preference format with an explicit prompt (docs/source/dataset_formats.md and trl/data_utils.py of huggingface/trl): `prompt` is
 * what both runs have in common, as far as a question or a result at its end, `chosen` and `rejected` are what each made of it.
 */
export const preference: TargetFormat = {
  info: {
    id: 'preference',
    title: 'Preference pairs',
    help: 'Pairs of runs of one task for DPO: what both have in common, then the chosen and the rejected continuation.',
    files: [ROWS_FILE.name(null), 'dpo.yml'],
    unit: 'pair',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['arguments', 'template', 'contextLength', 'reasoning', 'masks', 'overlong'],
  },
  files: [ROWS_FILE],
  rowOf(unit, context): TargetRow {
    if (unit.kind !== 'pair') throw new Error('a preference row is made from a pair')
    const form = argumentsForm(context, 'object')
    const chosen = sideOf(unit.chosen, context, form)
    const rejected = sideOf(unit.rejected, context, form)
    const book = new NoteBook()
    book.add(chosen.notes, 'Chosen: ')
    book.add(rejected.notes, 'Rejected: ')
    if (chosen.isLeftOut || rejected.isLeftOut) return leftOutRow(book)
    const shared = sharedPrompt(chosen.messages, rejected.messages)
    if (!shared) {
      book.tell('left-out', 'content', null, 'There is no question in common that both runs go on from, each with a turn of its own.')
      return leftOutRow(book)
    }
    if (JSON.stringify(chosen.tools) !== JSON.stringify(rejected.tools)) {
      book.tell('lost', 'tools', null, 'The runs were given different tools: the row has those of the chosen one.')
    }
    return writtenRow({ ...shared, tools: chosen.tools }, book, longer(chosen, rejected))
  },
  extras: (summary) => starterConfig('preference', summary),
}

/** One run of a pair. */
interface Side {
  messages: ChatMessage[]
  tools: JsonObject[]
  notes: RowNote[]
  isLeftOut: boolean
  /** As written, else as measured; null where nobody counted. */
  tokens: number | null
}

function sideOf(one: Leaving, context: RowContext, form: ArgumentsForm): Side {
  const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(one, context, SAYS)
  if (form === 'object') tellNumbers(chat, argumentTexts, book)
  return {
    messages: messagesAs(form, chat, argumentTexts),
    tools: chat.tools,
    notes: book.notes,
    isLeftOut,
    tokens: tokens ?? modelTokens(one.row),
  }
}

/** A trainer reads each side for itself up to the context length, so the longer one is how long a pair is. */
function longer(...sides: readonly Side[]): number | null {
  const counts = sides.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]))
  return counts.length === 0 ? null : Math.max(...counts)
}
