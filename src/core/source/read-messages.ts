import type { MessagePort } from 'node:worker_threads'
import type { Fault } from '#record'
import type { FilePart, ReadJob, TextBatch } from './types.ts'

/** Bytes that the other side serves through a port. */
export interface PortBytes {
  port: MessagePort
  length: number
}

/** A job as it crosses to a reading thread. */
export interface ReadTask extends Omit<ReadJob, 'from'> {
  from: string | PortBytes
}

/** What a reading thread is told: which file comes next, and that one more batch of it is wanted. */
export type ReadOrder = { kind: 'read'; id: number; job: ReadTask } | { kind: 'next' }

/** What a reading thread tells: that it has loaded, which part it is about to decode, and each batch that was wanted. */
export type ReadNews =
  | { kind: 'ready' }
  | { kind: 'part'; id: number; part: FilePart }
  | { kind: 'batch'; id: number; batch: TextBatch }
  | { kind: 'failed'; id: number; fault: Fault }

/** A slice a reading thread asks for through a port. */
export interface SliceAsk {
  id: number
  start: number
  end: number
}

/** The answer to a {@link SliceAsk}: its bytes, why somebody outside the file is at fault, or what is wrong with it. */
export type SliceAnswer = { id: number } & ({ bytes: ArrayBuffer } | { fault: Fault } | { problem: string })
