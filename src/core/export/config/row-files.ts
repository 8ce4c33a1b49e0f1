import { SPLITS, type Split } from '#record'
import type { ExportSummary } from '../summary.ts'

/** A file of rows by the split a trainer reads it for; `train` where the export has no splits. */
export interface RowFile {
  split: Split
  path: string
}

/** Files of rows of one format, by split; the first of a split where there are several. */
export function rowFiles({ files }: Pick<ExportSummary, 'files'>, extension: 'jsonl' | 'parquet'): RowFile[] {
  const paths = files.map(({ path }) => path).filter((path) => path.endsWith(`.${extension}`))
  const found = SPLITS.flatMap((split) =>
    paths
      .filter((path) => path.includes(split))
      .slice(0, 1)
      .map((path) => ({ split, path })),
  )
  const [first] = paths
  return found.length > 0 || first === undefined ? found : [{ split: 'train', path: first }]
}
