import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import { contextLength } from './context-length.ts'
import { rowFiles } from './row-files.ts'

/** The two calls that start a fine-tuning job, as JSON to copy from; source: OpenAI's published API description, files and fine_tuning/jobs. */
export function openaiConfig(summary: ExportSummary): ExtraFile {
  const files = rowFiles(summary, 'jsonl')
  const { tokens, from } = contextLength(summary)
  const hasValidation = files.some(({ split }) => split === 'validation')
  const uploads = files
    .filter(({ split }) => split !== 'test')
    .map(({ path }) => ({ call: 'POST /v1/files', form: { purpose: 'fine-tune', file: path } }))
  const body = {
    model: 'the model to tune',
    training_file: `id of ${files[0]?.path ?? 'train.jsonl'}`,
    ...(hasValidation ? { validation_file: 'id of validation.jsonl' } : {}),
    method: { type: 'supervised' },
  }
  const length = {
    tokens,
    why: `${from}; the service cuts longer rows to what the model takes, so choose a model with such a training context`,
  }
  return {
    name: 'openai.json',
    text: `${JSON.stringify({ context_length: length, uploads, job: { call: 'POST /v1/fine_tuning/jobs', body } }, null, 2)}\n`,
  }
}
