import { createHash } from 'node:crypto'
import type { MeasureInfo } from '#record'
import { measures } from './measures.ts'

/** What every measure says of itself, in table order. */
export const MEASURE_INFO: readonly MeasureInfo[] = measures.map(({ compute: _, ...info }) => info)

/** sha256 (hex) over ids and versions: another value means that stored values are stale. */
export function measureFingerprint(): string {
  const names = MEASURE_INFO.map(({ id, version }) => `${id}@${version}`)
  return createHash('sha256').update(names.join('\n')).digest('hex')
}
