import type { Split } from '#record'
import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import { rowFiles } from './row-files.ts'

/** What a file of rows is called in LLaMA-Factory's configs. */
export function datasetName(split: Split): string {
  return `winnow_${split}`
}

/** LLaMA-Factory's description of the files, with every column and tag by its name; source: data/README.md of hiyouga/LLaMA-Factory. */
export function datasetInfo(summary: Pick<ExportSummary, 'files'>): ExtraFile {
  const sets = rowFiles(summary, 'jsonl').map(({ split, path }) => [datasetName(split), { file_name: path, ...SHAREGPT }])
  return { name: 'dataset_info.json', text: `${JSON.stringify(Object.fromEntries(sets), null, 2)}\n` }
}

const SHAREGPT = {
  formatting: 'sharegpt',
  columns: { messages: 'conversations', system: 'system', tools: 'tools' },
  tags: {
    role_tag: 'from',
    content_tag: 'value',
    user_tag: 'human',
    assistant_tag: 'gpt',
    observation_tag: 'observation',
    function_tag: 'function_call',
    system_tag: 'system',
  },
}
