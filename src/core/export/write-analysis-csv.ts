import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type ExampleRow, fault } from '#record'
import { MEASURE_COLUMNS } from './analysis-columns.ts'
import { csvLine } from './csv-line.ts'
import { HashedFile } from './hashed-file.ts'
import { makeFolder } from './make-folder.ts'
import type { OpenFileForWriting } from './types.ts'
import { writeFault } from './write-fault.ts'

/** How to write the table. */
export interface AnalysisCsvOptions {
  signal?: AbortSignal
  /** @default node:fs, failing when the file is there */
  openFile?: OpenFileForWriting
}

/**
 * Writes the analysis table of all measured rows: the tutorial's 22 columns with its values, then Winnow's own measures, tallies as JSON text.
 *
 * Written aside and renamed, so the file is whole or as it was before.
 *
 * @returns how many rows were written, and the columns in order
 * @throws FaultError `bad-input` when the path is a folder; `cancelled`, `disk-full` or `read-only` from writing
 */
export async function writeAnalysisCsv(
  path: string,
  rows: AsyncIterable<ExampleRow> | Iterable<ExampleRow>,
  options: AnalysisCsvOptions = {},
): Promise<{ rows: number; columns: string[] }> {
  const place = resolve(path)
  const aside = `${place}.winnow-partial-${randomUUID()}`
  try {
    await refuseFolder(place)
    await makeFolder(dirname(place))
    const written = await writeTable(aside, rows, options)
    await rename(aside, place)
    return written
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw writeFault(error, place, options.signal)
  }
}

async function writeTable(
  path: string,
  rows: AsyncIterable<ExampleRow> | Iterable<ExampleRow>,
  { signal, openFile }: AnalysisCsvOptions,
): Promise<{ rows: number; columns: string[] }> {
  const names = MEASURE_COLUMNS.map(({ name }) => name)
  const file = await HashedFile.create(path, path, openFile)
  try {
    await file.write(csvLine(names))
    for await (const row of rows) {
      signal?.throwIfAborted()
      if (row.isMeasured) await file.writeRow(csvLine(MEASURE_COLUMNS.map((column) => column.value(row))))
    }
    return { rows: (await file.finish()).rows, columns: names }
  } finally {
    await file.close()
  }
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return
  throw fault('bad-input', `${path} is a folder; the table is a file.`, { culprit: path, remedy: 'Name a file, such as analysis.csv.' })
}
