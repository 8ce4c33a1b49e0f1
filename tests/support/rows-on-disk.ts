import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { onTestFinished } from 'vitest'
import type { Json, JsonObject, RawRow, Rejection } from '#record'
import { type OpenOptions, openSource, type ReadOptions } from '#source'
import { MESSAGES, TEXT } from './parquet-schema.ts'

/** A folder with these files, gone after the test. */
export function buildFolder(files: Record<string, string | Uint8Array> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'winnow-test-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** Rows as JSON Lines. */
export function asJsonl(rows: readonly Json[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** Rows with a text `id`, a 64-bit `n` and a `messages` list of {role, content}, as parquet. */
export function asParquet(
  rows: { id: string; n: bigint; messages: { role: string; content: string | null }[] | null }[],
  options: { rowGroupSize?: number; codec?: 'SNAPPY' | 'GZIP' | 'UNCOMPRESSED'; pageSize?: number } = {},
): Uint8Array {
  const buffer = parquetWriteBuffer({
    ...options,
    compressors: { GZIP: (input) => gzipSync(input) },
    columnData: [
      { name: 'id', data: rows.map((row) => row.id) },
      { name: 'n', data: rows.map((row) => row.n) },
      { name: 'messages', data: rows.map((row) => row.messages) },
    ],
    schema: [
      { name: 'root', num_children: 3 },
      { ...TEXT, name: 'id' },
      { name: 'n', type: 'INT64', repetition_type: 'OPTIONAL' },
      ...MESSAGES,
    ],
  })
  return new Uint8Array(buffer)
}

/** What a source gives, told apart. */
export interface ReadResult {
  rows: RawRow[]
  rejections: Rejection[]
}

/** Opens an address and reads all of it. */
export async function readAll(address: string, options: Partial<OpenOptions> & ReadOptions = {}): Promise<ReadResult> {
  const { wanted, columns, map, ...open } = options
  const source = await openSource(address, { sourceId: 's1', ...open })
  const result: ReadResult = { rows: [], rejections: [] }
  for (const file of source.files) {
    for await (const item of source.rows(file, { ...(wanted && { wanted }), ...(columns && { columns }), ...(map && { map }) })) {
      if ('value' in item) result.rows.push(item)
      else result.rejections.push(item)
    }
  }
  return result
}

/** The values of a source's rows. */
export async function readValues(address: string): Promise<Json[]> {
  return (await readAll(address)).rows.map((row) => row.value)
}

/** Small numbered rows. */
export function buildRows(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, n) => ({ n }))
}
