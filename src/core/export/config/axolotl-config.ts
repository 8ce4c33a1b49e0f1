import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import { contextLength } from './context-length.ts'
import { type RowFile, rowFiles } from './row-files.ts'

/** What a message of a row can have, but for `train`. */
const FIELDS = ['role', 'content', 'reasoning_content', 'tool_calls', 'tool_call_id', 'name']

/** A config for axolotl; source: docs/config and docs/dataset-formats of axolotl-ai-cloud/axolotl. */
export function axolotlConfig(summary: ExportSummary): ExtraFile {
  const files = rowFiles(summary, 'jsonl')
  const { tokens, from } = contextLength(summary)
  const validation = files.filter(({ split }) => split === 'validation')
  const text = [
    '# In this folder: axolotl train axolotl.yml',
    'base_model: your/model',
    'chat_template: tokenizer_default',
    'datasets:',
    ...files.filter(({ split }) => split === 'train').flatMap(dataset),
    ...(validation.length > 0 ? ['test_datasets:', ...validation.flatMap(dataset)] : []),
    `# ${tokens.toLocaleString('en-US')}: ${from}.`,
    `sequence_len: ${tokens}`,
    '# axolotl drops longer rows without a word unless told otherwise.',
    'excess_length_strategy: truncate',
    'micro_batch_size: 1',
    'gradient_accumulation_steps: 8',
    'num_epochs: 1',
    'optimizer: adamw_torch',
    'learning_rate: 0.00001',
    'bf16: auto',
    'gradient_checkpointing: true',
    'output_dir: out',
    '',
  ].join('\n')
  return { name: 'axolotl.yml', text }
}

function dataset({ path }: RowFile): string[] {
  return [
    `  - path: ${path}`,
    '    ds_type: json',
    '    split: train',
    '    type: chat_template',
    '    field_messages: messages',
    '    # Each message says whether it is trained on; the roles are for messages that do not.',
    '    message_field_training: train',
    '    roles_to_train: [assistant]',
    '    train_on_eos: turn',
    '    # axolotl hands a template what it finds in it by itself, and misses calls where a loop has another word for a message: these go whatever it finds.',
    '    message_property_mappings:',
    ...FIELDS.map((field) => `      ${field}: ${field}`),
  ]
}
