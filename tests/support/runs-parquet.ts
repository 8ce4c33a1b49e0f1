import { parquetWriteBuffer } from 'hyparquet-writer'
import { MESSAGES, TEXT } from './parquet-schema.ts'

/** How a shard of runs is written. */
export interface ShardOptions {
  /** Rows; their trajectory ids are `NAME-0`, `NAME-1`, ... */
  count: number
  name: string
  /** Characters of each run's one long message, which no codec can shrink. */
  bodySize?: number
  rowGroupSize?: number
  /** With an offset index single rows can be fetched by their pages: one row is one page then. Default true. */
  hasPages?: boolean
}

/** A shard in the present release's shape, as far as an index and a trajectory need it. */
export function buildShard({ count, name, bodySize = 20_000, rowGroupSize = 20, hasPages = true }: ShardOptions): Uint8Array {
  const rows = Array.from({ length: count }, (_, n) => n)
  const buffer = parquetWriteBuffer({
    rowGroupSize,
    codec: 'UNCOMPRESSED',
    pageSize: hasPages ? Math.max(1, Math.floor(bodySize / 2)) : 1_000_000_000,
    columnData: [
      { name: 'instance_id', data: rows.map((n) => `owner__${name}-${n}`) },
      { name: 'trajectory_id', data: rows.map((n) => `${name}-${n}`) },
      { name: 'repo', data: rows.map(() => 'owner/repo') },
      { name: 'language', data: rows.map((n) => (n % 2 === 0 ? 'Python' : 'Go')) },
      { name: 'resolved', data: rows.map((n) => BigInt(n % 2)) },
      { name: 'messages', data: rows.map((n) => messagesOf(`${name}-${n}`, bodySize)) },
    ].map((column) => ({ ...column, offsetIndex: hasPages })),
    schema: [
      { name: 'root', num_children: 6 },
      { ...TEXT, name: 'instance_id' },
      { ...TEXT, name: 'trajectory_id' },
      { ...TEXT, name: 'repo' },
      { ...TEXT, name: 'language' },
      { name: 'resolved', type: 'INT64', repetition_type: 'OPTIONAL' },
      ...MESSAGES,
    ],
  })
  return new Uint8Array(buffer)
}

function messagesOf(id: string, size: number): { role: string; content: string }[] {
  return [
    { role: 'user', content: `Fix ${id}.` },
    { role: 'assistant', content: noise(id, size) },
  ]
}

/** Text that differs everywhere and is the same on every run: a linear congruential generator seeded by the id. */
function noise(seed: string, size: number): string {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
  let text = ''
  while (text.length < size) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    text += `${state.toString(36)} `
  }
  return text.slice(0, size)
}
