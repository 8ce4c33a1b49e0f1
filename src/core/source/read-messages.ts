import type { Fault } from '#record'
import type { FilePart, ReadJob, TextBatch } from './types.ts'

/** What a reading thread is told: which file comes next, and that one more batch of it is wanted. */
export type ReadOrder = { kind: 'read'; id: number; job: ReadJob } | { kind: 'next' }

/** What a reading thread tells: that it has loaded, which part it is about to decode, and each batch that was wanted. */
export type ReadNews =
  | { kind: 'ready' }
  | { kind: 'part'; id: number; part: FilePart }
  | { kind: 'batch'; id: number; batch: TextBatch }
  | { kind: 'failed'; id: number; fault: Fault }
