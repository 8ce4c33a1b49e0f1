import { SPLITS, type Split } from '#record'
import { HashedFile } from './hashed-file.ts'
import { packRows } from './parquet/pack-rows.ts'
import { ParquetFile } from './parquet/parquet-file.ts'
import type { FileSpec } from './targets/target-format.ts'
import type { MadeRow } from './threads/make-row.ts'
import type { ExportOptions, WrittenFile } from './types.ts'

/** A file of rows that an export will have. */
export interface PlannedFile {
  spec: FileSpec
  split: Split | null
  name: string
}

/** The files of rows an export has: each of the format's for each split that has a row. */
export function plannedFiles(specs: readonly FileSpec[], { plan, chosen }: Pick<ExportOptions, 'plan' | 'chosen'>): PlannedFile[] {
  const used = new Set(chosen.units.map(({ split }) => split))
  const splits = plan.splits === null ? [null] : SPLITS.filter((split) => used.has(split))
  const wanted = specs.filter(({ isIn }) => isIn?.(plan.options) ?? true)
  return wanted.flatMap((spec) => splits.map((split) => ({ spec, split, name: spec.name(split) })))
}

/** Where a row was written. */
export interface WrittenRow {
  file: string
  /** From 1. */
  line: number
  sha256: string
}

interface OpenRows {
  name: string
  file: HashedFile | ParquetFile
}

/** The files of rows while they are written. */
export class RowFiles {
  readonly #open: ReadonlyMap<string, OpenRows>

  private constructor(open: ReadonlyMap<string, OpenRows>) {
    this.#open = open
  }

  /** Makes all of them, so that a place that cannot be written is told before the first row is made. */
  static async create(
    planned: readonly PlannedFile[],
    pathOf: (name: string) => string,
    options: Pick<ExportOptions, 'openFile' | 'packRows'>,
  ): Promise<RowFiles> {
    const open = new Map<string, OpenRows>()
    const files = new RowFiles(open)
    try {
      for (const { spec, split, name } of planned) {
        open.set(keyOf(spec.id, split), { name, file: await openRows(spec, pathOf(name), name, options) })
      }
      return files
    } catch (error) {
      await files.close()
      throw error
    }
  }

  /** Appends what was made of a unit of this split. */
  async add({ rows }: Pick<MadeRow, 'rows'>, split: Split | null): Promise<WrittenRow[]> {
    const written: WrittenRow[] = []
    for (const { file: id, bytes, sha256 } of rows) {
      const open = this.#open.get(keyOf(id, split))
      if (!open) throw new Error(`no file ${id} for ${split}`)
      written.push({ file: open.name, line: await open.file.writeRow(bytes), sha256 })
    }
    return written
  }

  async finish(): Promise<WrittenFile[]> {
    const files: WrittenFile[] = []
    for (const { file } of this.#open.values()) files.push(await file.finish())
    return files
  }

  /** Closes what is open, finished or not; again is no error. */
  async close(): Promise<void> {
    for (const { file } of this.#open.values()) await file.close()
  }
}

function openRows(
  { format, columns = [] }: FileSpec,
  path: string,
  name: string,
  { openFile, packRows: pack = packRows }: Pick<ExportOptions, 'openFile' | 'packRows'>,
): Promise<OpenRows['file']> {
  return format === 'jsonl' ? HashedFile.create(path, name, openFile) : ParquetFile.create(path, name, { columns, pack, openFile })
}

function keyOf(id: string, split: Split | null): string {
  return `${id} ${split}`
}
