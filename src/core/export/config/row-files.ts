import { SPLITS, type Split } from '#record'
import { ROW_NOTES } from '../row-index.ts'
import type { ExportSummary } from '../summary.ts'
import { ROW_INDEX } from '../verify/index-line.ts'

/** A file of rows by the split a trainer reads it for; `train` where the export has no splits. */
export interface RowFile {
  split: Split
  path: string
}

/** Files of rows of one format, by split, the first of a split where there are several; what would be the one file where nothing left. */
export function rowFiles({ files }: Pick<ExportSummary, 'files'>, extension: 'jsonl' | 'parquet'): RowFile[] {
  const paths = files.map(({ path }) => path).filter((path) => path.endsWith(`.${extension}`) && path !== ROW_INDEX && path !== ROW_NOTES)
  const found = SPLITS.flatMap((split) =>
    paths
      .filter((path) => path.includes(split))
      .slice(0, 1)
      .map((path) => ({ split, path })),
  )
  return found.length > 0 ? found : [{ split: 'train', path: paths[0] ?? `train.${extension}` }]
}
