import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { buildMessage, buildR3 } from '../support/rows.ts'
import { asJsonl } from '../support/rows-on-disk.ts'

const WORDS = 'the list is empty when a test calls parse with none of its arguments set and returns early from close'.split(' ')

/**
 * A folder with one parquet file: rows of about 80 kB in a single SNAPPY row group without an offset index, which a reader can only decode
 * as a whole. 880 rows are about 73 MB. The caller removes the folder.
 */
export async function oneGroupFile(rows: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-one-group-'))
  const lines = join(folder, 'rows.jsonl')
  await writeFile(lines, asJsonl(Array.from({ length: rows }, (_, n) => rowOf(n))))
  const instance = await DuckDBInstance.create()
  const db = await instance.connect()
  const options = 'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 1000000'
  await db.run(`COPY (SELECT * FROM read_json('${lines}')) TO '${join(folder, 'rows.parquet')}' (${options})`)
  db.closeSync()
  instance.closeSync()
  await rm(lines)
  return folder
}

function rowOf(n: number) {
  const messages = Array.from({ length: 40 }, (_, turn) => buildMessage(turn % 2 === 0 ? 'user' : 'assistant', textOf(n * 40 + turn)))
  return buildR3({ trajectory_id: `run-${n}`, instance_id: `owner__repo-${n}`, messages })
}

/** About 2,000 characters, no two alike, so that no dictionary makes them small. */
function textOf(seed: number): string {
  let state = seed + 1
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  return Array.from({ length: 250 }, () => `${WORDS[next() % WORDS.length]} ${next() % 10_000}`).join(' ')
}
