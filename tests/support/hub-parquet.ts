import { parquetWriteBuffer } from 'hyparquet-writer'

/** A row of the current release with what tests of ranges need of it. */
export interface HubRow {
  instance_id: string
  trajectory_id: string
  repo: string
  resolved: number
  messages: { role: string; content: string }[]
  metadata: { category: string; teacher_model: { name: string }; model_patch: { patch: string } } | null
  hf_dataset_name: string
}

/** Numbered rows whose conversation and patch take `width` characters that compress badly. */
export function buildHubRows(count: number, width = 200): HubRow[] {
  return Array.from({ length: count }, (_, n) => ({
    instance_id: `owner__repo-${n}`,
    trajectory_id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    repo: 'owner/repo',
    resolved: (n % 3) - 1,
    messages: [
      { role: 'user', content: `ask ${n}` },
      { role: 'assistant', content: noise(n, width) },
    ],
    metadata: { category: 'bug-fix', teacher_model: { name: 'MiniMax-M2.5' }, model_patch: { patch: noise(n + 0.5, width / 2) } },
    hf_dataset_name: 'owner/set',
  }))
}

/** The rows as the Hub keeps them; with `pageSize` the big columns have an offset index. */
export function asHubParquet(rows: HubRow[], options: { rowGroupSize?: number; pageSize?: number } = {}): Uint8Array {
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const
  const struct = (name: string, num_children: number) => ({ name, num_children, repetition_type: 'OPTIONAL' }) as const
  const names = ['instance_id', 'trajectory_id', 'repo', 'resolved', 'messages', 'metadata', 'hf_dataset_name'] as const
  const buffer = parquetWriteBuffer({
    ...options,
    columnData: names.map((name) => ({ name, data: rows.map((row) => row[name]), offsetIndex: true })),
    schema: [
      { name: 'root', num_children: names.length },
      { ...text, name: 'instance_id' },
      { ...text, name: 'trajectory_id' },
      { ...text, name: 'repo' },
      { name: 'resolved', type: 'INT32', repetition_type: 'OPTIONAL' },
      { ...struct('messages', 1), converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      struct('element', 2),
      { ...text, name: 'role' },
      { ...text, name: 'content' },
      struct('metadata', 3),
      { ...text, name: 'category' },
      struct('teacher_model', 1),
      { ...text, name: 'name' },
      struct('model_patch', 1),
      { ...text, name: 'patch' },
      { ...text, name: 'hf_dataset_name' },
    ],
  })
  return new Uint8Array(buffer)
}

/** Text of one seed that no codec makes much smaller. */
function noise(seed: number, width: number): string {
  let state = Math.floor(seed * 2654435761) >>> 0
  return Array.from({ length: width }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return String.fromCharCode(33 + ((state >>> 16) % 90))
  }).join('')
}
