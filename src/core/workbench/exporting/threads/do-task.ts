import { type MadeRow, makeRow } from '#export'
import { makerOf } from './maker-of.ts'
import type { ExportAnswers, ExportTask } from './task.ts'
import { unpackExample } from './unpack-example.ts'

/** A thread's work: one task. @throws FaultError naming the example */
export function doTask(task: ExportTask): ExportAnswers[ExportTask['kind']] {
  return makeRow(makerOf(task.source), task.examples.map(unpackExample))
}

/** Memory that an answer hands over, so that it need not be copied. Small texts share theirs with others. */
export function handedOver({ rows }: MadeRow): ArrayBuffer[] {
  return rows.flatMap(({ bytes }) =>
    bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.length ? [bytes.buffer] : [],
  )
}
