import { labelText, textWidth } from './label-text.ts'
import type { RateItem } from './rate-bars.tsx'

/** Height of a lying bar with its distance, px: between these, whichever fills the plot. */
const ROWS = { least: 22, most: 32 }

/** An upright bar with its key below needs this much, px; a longer key lays all bars down. */
const UPRIGHT_STEP = 36

/** Upright bars lie between these, px. */
export const UPRIGHT = { left: 42, right: 12, bottom: 34, top: 8 }

/** True when all keys fit below upright bars. */
export function fitsUpright(items: readonly RateItem[], width: number): boolean {
  const step = (width - UPRIGHT.left - UPRIGHT.right) / items.length
  const longest = Math.max(...items.map(({ label }) => textWidth(labelText(label), 10)))
  return step >= UPRIGHT_STEP && longest <= step + 2
}

/** What is pointed at for each upright bar: its whole column. */
export function uprightBox(count: number, width: number, height: number) {
  const step = (width - UPRIGHT.left - UPRIGHT.right) / count
  return (place: number) => ({ left: UPRIGHT.left + place * step, top: UPRIGHT.top, width: step, height: height - UPRIGHT.top })
}

/** What is pointed at for each lying bar: its row. */
export function lyingBox(width: number, row: number) {
  return (place: number) => ({ left: 4, top: place * row, width: width - 8, height: row })
}

/** The height of a lying bar's row, px. */
export function lyingRow(count: number, height: number): number {
  return Math.max(ROWS.least, Math.min(ROWS.most, Math.floor(height / Math.max(1, count))))
}
