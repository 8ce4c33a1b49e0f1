import { formatValue } from '../widgets/index.ts'
import type { Bins } from './brush.ts'
import { firstWhole } from './merge-bins.ts'
import type { AxisInfo, Range } from './types.ts'

/** The values of some bins in words: "1,024 to 2,047 tokens", "12 messages". */
export function binWords(edges: readonly number[], { from, to }: Bins, { unit, isInteger }: AxisInfo): string {
  const low = edges[from] ?? 0
  const high = edges[to + 1] ?? low
  const isEnd = to >= edges.length - 2
  const [first, last] = isInteger ? [firstWhole(low), isEnd ? Math.floor(high + 1e-9) : firstWhole(high) - 1] : [low, high]
  const words = first === last ? formatValue(first) : `${formatValue(first)} to ${formatValue(last)}`
  return unit === '' ? words : `${words} ${unit}`
}

/** One end of a range for the slider that moves it: "from 1,024 tokens". */
export function endWords(end: 'from' | 'to', range: Range | null, { unit }: AxisInfo): string {
  const value = end === 'from' ? range?.min : range?.max
  if (value === null || value === undefined) return 'open'
  return `${end} ${formatValue(value)}${unit === '' ? '' : ` ${unit}`}`
}
