import { type FileMetaData, parquetSchema } from 'hyparquet'
import { FaultError, fault, isJsonObject, type Json, type JsonObject, toFault } from '#record'
import { openFile } from './bytes.ts'
import { formatOf } from './formats.ts'
import { readFooter } from './parquet/footer.ts'
import { skeletonOf } from './parquet/skeleton.ts'
import { typeText } from './parquet/type-text.ts'
import { readRows } from './read-rows.ts'
import { renameColumns } from './rename-columns.ts'
import type { ColumnMap, OpenedSource, ReadJob, SourceFile } from './types.ts'

/** The columns of a file under its own names, and an empty row as it is read, which shows what shape the rows have. */
export interface FileColumns {
  file: string
  columns: { name: string; type: string }[]
  /** Renamed by the source's column map: structs with their keys, lists empty, all else null. Of JSON Lines and JSON: the first row itself. */
  skeleton: Json
}

/** Rows of a JSON file that are looked at. */
const ROWS = 20
/** Columns that a message names. */
const SHOWN = 40

/**
 * Describes the columns of a file of a source: parquet from its footer, the other formats from their first rows.
 * @throws Fault `bad-input` naming the columns there are when the source's map names another; `unreadable`; what bytes from elsewhere throw
 */
export async function describeColumns(opened: OpenedSource, file: SourceFile, signal?: AbortSignal): Promise<FileColumns> {
  const job = opened.job(file, { fromRow: 0 })
  const found = formatOf(file.path)?.format === 'parquet' ? await ofParquet(job) : await ofRows(job, signal)
  checkMap(job.map, found, file.path)
  return { file: file.path, columns: found.columns, skeleton: job.map ? renameColumns(found.skeleton, job.map) : found.skeleton }
}

/**
 * Sees to it that the columns a source's map names are there, by its first file. A file that cannot be read is left to reading.
 * @throws Fault `bad-input` naming the columns there are; what bytes from elsewhere throw
 */
export async function checkColumnMap(opened: OpenedSource, signal?: AbortSignal): Promise<void> {
  const [file] = opened.files
  if (!file || !opened.job(file, { fromRow: 0 }).map) return
  await describeColumns(opened, file, signal).catch((error: unknown) => {
    if (!(error instanceof FaultError) || error.fault.kind !== 'unreadable') throw error
  })
}

type Found = Pick<FileColumns, 'columns' | 'skeleton'>

async function ofParquet({ from, origin }: ReadJob): Promise<Found> {
  try {
    const metadata = typeof from === 'string' ? await localFooter(from) : await readFooter(from)
    const columns = parquetSchema(metadata).children.map((tree) => ({ name: tree.element.name, type: typeText(tree) }))
    return { columns, skeleton: skeletonOf(metadata) }
  } catch (error) {
    if (error instanceof FaultError) throw error
    const { kind, message } = toFault(error, origin.file)
    throw unreadable(origin.file, kind === 'internal' ? `${origin.file} ${message}` : message)
  }
}

async function localFooter(path: string): Promise<FileMetaData> {
  const bytes = await openFile(path)
  return readFooter(bytes).finally(() => bytes.close())
}

async function ofRows({ from, origin }: ReadJob, signal?: AbortSignal): Promise<Found> {
  const rows: JsonObject[] = []
  for await (const item of readRows(from, origin, { wanted: { spans: [{ start: 0, end: ROWS }] }, ...(signal && { signal }) })) {
    if ('reason' in item && item.ref.row < 0 && rows.length === 0) throw unreadable(origin.file, item.reason)
    if ('value' in item && isJsonObject(item.value)) rows.push(item.value)
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = names.map((name) => ({ name, type: jsonType(rows.map((row) => row[name] ?? null).find((value) => value !== null)) }))
  return { columns, skeleton: { ...Object.fromEntries(names.map((name) => [name, null])), ...rows[0] } }
}

function jsonType(value: Json | undefined): string {
  if (Array.isArray(value)) return `list<${jsonType(value[0])}>`
  if (isJsonObject(value)) return `struct<${Object.keys(value).slice(0, 10).join(', ')}>`
  return value === undefined || value === null ? 'null' : typeof value
}

function checkMap(map: ColumnMap | null, { columns }: Found, file: string): void {
  const names = columns.map(({ name }) => name)
  const missing = Object.values(map ?? {}).find((column) => !names.includes(column))
  if (missing === undefined) return
  throw fault('bad-input', `${file} has no column "${missing}"; it has: ${shown(names)}.`, {
    culprit: missing,
    remedy: 'Name one of its columns, as in --map messages=conversation.',
  })
}

function shown(names: string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return names.length === 0 ? 'none' : `${names.slice(0, SHOWN).join(', ')}${more}`
}

function unreadable(file: string, message: string): FaultError {
  return fault('unreadable', message, { culprit: file, remedy: 'Look at the file, or open another of the source.' })
}
