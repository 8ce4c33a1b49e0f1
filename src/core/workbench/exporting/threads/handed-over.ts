import type { ExportAnswers, ExportTask } from './task.ts'

/** Memory that a task or an answer hands over, so that it need not be copied. Small texts share theirs with others. */
export function handedOver(given: ExportTask | ExportAnswers[ExportTask['kind']]): ArrayBuffer[] {
  return bytesIn(given).flatMap(({ buffer, length }) => (buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : []))
}

/** Of a task the rows to pack: what is stored of an example is the engine's. */
function bytesIn(given: ExportTask | ExportAnswers[ExportTask['kind']]): readonly Uint8Array[] {
  if ('columns' in given) return given.rows
  if ('rows' in given) return given.rows.map(({ bytes }) => bytes)
  return 'bytes' in given ? [given.bytes] : []
}
