import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import { contextLength } from './context-length.ts'
import { rowFiles } from './row-files.ts'

/** What the TRL configs of different targets differ in. */
interface TrlKind {
  name: string
  command: 'sft' | 'dpo'
  reads: 'jsonl' | 'parquet'
  /** Further lines, each a setting with its reason. */
  lines: string[]
}

const ASSISTANT_ONLY = [
  '# Trains on what the assistant says alone; the chat template needs {% generation %} marks, or TRL one of its own for the model family.',
  'assistant_only_loss: true',
]

const KINDS = {
  trl: { name: 'trl.yml', command: 'sft', reads: 'jsonl', lines: ASSISTANT_ONLY },
  tutorial: { name: 'trl.yml', command: 'sft', reads: 'jsonl', lines: ASSISTANT_ONLY },
  chatml: {
    name: 'trl.yml',
    command: 'sft',
    reads: 'jsonl',
    lines: ['# Rows are rendered already: TRL trains on the whole text of each.', 'dataset_text_field: text'],
  },
  pretokenized: {
    name: 'trl.yml',
    command: 'sft',
    reads: 'parquet',
    lines: ['# Rows have input_ids and labels: TRL takes them as they are, masks and all.', 'packing: false'],
  },
  preference: {
    name: 'dpo.yml',
    command: 'dpo',
    reads: 'jsonl',
    lines: ['# Take this line in where your TRL knows it: left alone it cuts prompts at 512 tokens.', '# max_prompt_length: null'],
  },
} as const satisfies Record<string, TrlKind>

/** Targets that TRL trains. */
export type TrlTarget = keyof typeof KINDS

/** A config for TRL's command line; sources: SFTConfig, DPOConfig and DatasetMixtureConfig of huggingface/trl. */
export function trlConfig(target: TrlTarget, summary: ExportSummary): ExtraFile {
  const { name, command, reads, lines } = KINDS[target]
  const files = rowFiles(summary, reads)
  const { tokens, from } = contextLength(summary)
  const kept = files.filter(({ split }) => split !== 'train').map(({ path }) => path)
  const text = [
    `# In this folder: trl ${command} --config ${name}`,
    'model_name_or_path: your/model',
    'datasets:',
    ...files
      .filter(({ split }) => split === 'train')
      .flatMap(({ path }) => [`  - path: ${reads === 'jsonl' ? 'json' : 'parquet'}`, `    data_files: ${path}`]),
    ...(kept.length > 0 ? [`# Kept apart for evaluation: ${kept.join(', ')}`] : []),
    `# TRL's own default of 1,024 tokens cuts a run to its beginning. ${tokens.toLocaleString('en-US')}: ${from}.`,
    `max_length: ${tokens}`,
    ...lines,
    'per_device_train_batch_size: 1',
    'gradient_checkpointing: true',
    'output_dir: out',
    '',
  ].join('\n')
  return { name, text }
}
