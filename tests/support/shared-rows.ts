import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { JsonObject } from '#record'

/** Where real rows lie beside the checkout; they are read in place and never copied into it. */
export const sharedData = resolve(import.meta.dirname, '../../../shared/data')

/** False on machines without the rows; then tests that need them are skipped by name. */
export const hasSharedData = existsSync(sharedData)

/** Names of the JSONL files of a shape: `trajectory-r1`, `trajectory-r2`, `messages-r3`, or '' for all. */
export function sharedFiles(shape: string): string[] {
  return hasSharedData
    ? readdirSync(join(sharedData, 'jsonl'))
        .filter((name) => name.includes(shape))
        .sort()
    : []
}

/** The rows of one JSONL file. */
export function sharedRows(name: string): JsonObject[] {
  const text = gunzipSync(readFileSync(join(sharedData, 'jsonl', name))).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JsonObject)
}
