import { rowChat } from '../chat/row-chat.ts'
import { datasetInfo } from '../config/dataset-info.ts'
import { starterConfig } from '../config/starter-config.ts'
import { sharegptRow } from './llamafactory-row.ts'
import type { TargetFormat } from './target-format.ts'
import { leftOutRow, oneOf, ROWS_FILE, writtenRow } from './target-row.ts'

const SAYS = { reasoning: true, masks: false, tools: true }

/**
 * LLaMA-Factory's `sharegpt` formatting (data/README.md, data/converter.py and data/formatter.py of hiyouga/LLaMA-Factory), in which thoughts next to calls
 * are kept; its `openai` formatting replaces them by the calls. Its one mask switch, `mask_history`, is for whole data sets, so masks are up to the policy.
 */
export const llamafactory: TargetFormat = {
  info: {
    id: 'llamafactory',
    title: 'LLaMA-Factory',
    help: 'ShareGPT conversations in strict alternation, with reasoning and thoughts kept beside calls, and dataset_info.json. It renders by templates of its own, not by a Jinja file.',
    files: [ROWS_FILE.name(null), 'llamafactory.yaml', 'dataset_info.json'],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['contextLength', 'reasoning', 'masks', 'overlong'],
  },
  files: [ROWS_FILE],
  rowOf(unit, context) {
    // Its own place for reasoning is the text, in the very tags the policy into-content puts it in.
    const reasoning = context.policies.reasoning === 'drop' ? 'drop' : 'as-is'
    const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(
      oneOf(unit),
      { ...context, policies: { ...context.policies, reasoning } },
      SAYS,
    )
    const row = isLeftOut ? null : sharegptRow(chat, argumentTexts, book)
    return row ? writtenRow(row, book, tokens) : leftOutRow(book)
  },
  extras: (summary) => [...starterConfig('llamafactory', summary), datasetInfo(summary)],
}
