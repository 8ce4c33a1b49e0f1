import { textWidth } from './label-text.ts'

/** Size of keys and values beside bars, px. */
export const KEY_SIZE = 11

/** At the left and right of a list, px. */
export const EDGE = 12

const GAP = 10

/** Widest a column of keys gets, px. */
const KEYS = 190

/** Columns of a list of bars: keys, bars, values. */
export interface RowColumns {
  /** Room for a key, px. */
  keys: number
  /** Where bars begin and end. */
  left: number
  right: number
}

/** Shares a list's width out: keys get what they need up to 38 %, values what they need, bars the rest. */
export function rowColumns(width: number, keys: readonly string[], values: readonly string[]): RowColumns {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, KEY_SIZE, 'mono')))
  const keyRoom = Math.min(widest(keys), (width - 2 * EDGE) * 0.38, KEYS)
  const left = EDGE + keyRoom + GAP
  return { keys: keyRoom, left, right: Math.max(left + 16, width - EDGE - widest(values) - GAP) }
}

/** True when a row is to be dimmed: something is picked, and not this. */
export function isFaded(picked: readonly string[], key: string): boolean {
  return picked.length > 0 && !picked.includes(key)
}
