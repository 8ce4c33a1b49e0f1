import { rowChat } from '../chat/row-chat.ts'
import { starterConfig } from '../config/starter-config.ts'
import { openaiMessages } from './openai-messages.ts'
import { openaiTools } from './openai-tools.ts'
import type { TargetFormat } from './target-format.ts'
import { leftOutRow, oneOf, ROWS_FILE, writtenRow } from './target-row.ts'

const SAYS = { reasoning: false, masks: true, tools: true }

/**
 * OpenAI's fine-tuning JSONL (FineTuneChatRequestInput of its published API description; the Azure guide to fine-tuning with functions). Only its own
 * keys: an unknown one refuses the file. Each call has an id, each result the id of its call, each assistant message a weight.
 */
export const openai: TargetFormat = {
  info: {
    id: 'openai',
    title: 'OpenAI fine-tuning',
    help: 'Chat JSONL with strict keys, ids on every call and result, and weights for turns that are context only. What text the models see of it nobody outside can know.',
    files: [ROWS_FILE.name(null), 'openai.json'],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['contextLength', 'reasoning', 'overlong'],
  },
  files: [ROWS_FILE],
  rowOf(unit, context) {
    const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(oneOf(unit), context, SAYS)
    if (isLeftOut) return leftOutRow(book)
    const messages = openaiMessages(chat, argumentTexts, book)
    const isParallel = messages.some(({ tool_calls: calls = [] }) => calls.length > 1)
    const tools = openaiTools(chat.tools, book)
    return writtenRow(
      { messages, ...(tools.length > 0 ? { tools, ...(isParallel ? { parallel_tool_calls: true } : {}) } : {}) },
      book,
      tokens,
    )
  },
  extras: (summary) => starterConfig('openai', summary),
}
