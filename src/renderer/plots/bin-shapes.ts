/** Between bars, px; narrow bars keep most of their width. */
const GAP = 1.5
const ROUND = 2

/** Upright bars as one path. A bar of anything is at least a pixel high. */
export function barsPath(spots: readonly number[], tops: readonly number[], bottom: number): string {
  return tops.map((top, bin) => barPath(spots[bin] ?? 0, spots[bin + 1] ?? 0, top, bottom)).join('')
}

/** The outline of a distribution as one path of steps; `isClosed` runs back along the foot. */
export function stepsPath(spots: readonly number[], tops: readonly number[], bottom: number, isClosed: boolean): string {
  if (tops.length === 0) return ''
  const steps = tops.map((top, bin) => `V${round(seen(top, bottom))}H${round(spots[bin + 1] ?? 0)}`).join('')
  return `M${round(spots[0] ?? 0)} ${round(bottom)}${steps}V${round(bottom)}${isClosed ? 'Z' : ''}`
}

function barPath(from: number, to: number, top: number, bottom: number): string {
  if (top >= bottom) return ''
  const gap = Math.min(GAP, (to - from) * 0.2) / 2
  const [left, right] = [from + gap, to - gap]
  const high = seen(top, bottom)
  const r = Math.min(ROUND, (right - left) / 2, bottom - high)
  return `M${round(left)} ${round(bottom)}V${round(high + r)}q0 ${-round(r)} ${round(r)} ${-round(r)}H${round(right - r)}q${round(r)} 0 ${round(r)} ${round(r)}V${round(bottom)}Z`
}

function seen(top: number, bottom: number): number {
  return top < bottom ? Math.min(top, bottom - 1) : bottom
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
