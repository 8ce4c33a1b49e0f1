import { SPLITS, type Split } from '#record'
import { HashedFile } from './hashed-file.ts'
import { packRows } from './parquet/pack-rows.ts'
import { ParquetFile } from './parquet/parquet-file.ts'
import { SessionFiles } from './session-files.ts'
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

/** Takes the rows of one file, or makes a file of each. */
export interface RowSink {
  writeRow(row: Uint8Array, id: string): Promise<Pick<WrittenRow, 'file' | 'line'>>
  finish(): Promise<WrittenFile[]>
  /** Closes what is open, finished or not; again is no error. */
  close(): Promise<void>
}

/** The files of rows while they are written. */
export class RowFiles {
  readonly #sinks: ReadonlyMap<string, RowSink>

  private constructor(sinks: ReadonlyMap<string, RowSink>) {
    this.#sinks = sinks
  }

  /** Makes all of them, so that a place that cannot be written is told before the first row is made. */
  static async create(
    planned: readonly PlannedFile[],
    pathOf: (name: string) => string,
    options: Pick<ExportOptions, 'openFile' | 'packRows'>,
  ): Promise<RowFiles> {
    const sinks = new Map<string, RowSink>()
    const files = new RowFiles(sinks)
    try {
      for (const one of planned) sinks.set(keyOf(one.spec.id, one.split), await openSink(one, pathOf, options))
      return files
    } catch (error) {
      await files.close()
      throw error
    }
  }

  /** Appends what was made of a unit of this split; the id is that of its example. */
  async add({ rows }: Pick<MadeRow, 'rows'>, split: Split | null, exampleId: string): Promise<WrittenRow[]> {
    const written: WrittenRow[] = []
    for (const { file: id, bytes, sha256 } of rows) {
      const sink = this.#sinks.get(keyOf(id, split))
      if (!sink) throw new Error(`no file ${id} for ${split}`)
      written.push({ ...(await sink.writeRow(bytes, exampleId)), sha256 })
    }
    return written
  }

  async finish(): Promise<WrittenFile[]> {
    const files: WrittenFile[] = []
    for (const sink of this.#sinks.values()) files.push(...(await sink.finish()))
    return files
  }

  /** Closes what is open, finished or not; again is no error. */
  async close(): Promise<void> {
    for (const sink of this.#sinks.values()) await sink.close()
  }
}

async function openSink(
  { spec, name }: PlannedFile,
  pathOf: (name: string) => string,
  { openFile, packRows: pack = packRows }: Pick<ExportOptions, 'openFile' | 'packRows'>,
): Promise<RowSink> {
  const { format, columns = [], nameOfUnit } = spec
  if (format === 'session') return new SessionFiles(nameOfUnit ?? ((id) => id), pathOf, openFile)
  if (format === 'parquet') return oneFile(name, await ParquetFile.create(pathOf(name), name, { columns, pack, openFile }))
  return oneFile(name, await HashedFile.create(pathOf(name), name, openFile))
}

function oneFile(name: string, file: HashedFile | ParquetFile): RowSink {
  return {
    writeRow: async (row) => ({ file: name, line: await file.writeRow(row) }),
    finish: async () => [await file.finish()],
    close: () => file.close(),
  }
}

function keyOf(id: string, split: Split | null): string {
  return `${id} ${split}`
}
