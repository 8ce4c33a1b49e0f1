import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import { contextLength } from './context-length.ts'
import { datasetName } from './dataset-info.ts'
import { rowFiles } from './row-files.ts'

/** A config for LLaMA-Factory; source: data/README.md and the examples of hiyouga/LLaMA-Factory. */
export function llamafactoryConfig(summary: ExportSummary): ExtraFile {
  const hasValidation = rowFiles(summary, 'jsonl').some(({ split }) => split === 'validation')
  const { tokens, from } = contextLength(summary)
  const text = [
    '# In this folder: llamafactory-cli train llamafactory.yaml',
    'model_name_or_path: your/model',
    '# The template of your model; its thought words must be <think> and </think>, or reasoning is trained on as plain text.',
    'template: qwen3',
    'stage: sft',
    'do_train: true',
    'finetuning_type: lora',
    '# dataset_info.json lies beside this file.',
    'dataset_dir: .',
    `dataset: ${datasetName('train')}`,
    ...(hasValidation ? [`eval_dataset: ${datasetName('validation')}`] : []),
    `# Its own default of 2,048 tokens cuts a run to its beginning. ${tokens.toLocaleString('en-US')}: ${from}.`,
    `cutoff_len: ${tokens}`,
    '# The only mask it has: true would train on the last turn of each row alone.',
    'mask_history: false',
    'per_device_train_batch_size: 1',
    'gradient_accumulation_steps: 8',
    'learning_rate: 1.0e-5',
    'num_train_epochs: 1',
    'bf16: true',
    'output_dir: out',
    '',
  ].join('\n')
  return { name: 'llamafactory.yaml', text }
}
