/** Where a plot's data is drawn within its SVG, px. */
export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Room for ticks at the left, half a tick at the right, and ticks with the axis' name at the foot. */
const LEFT = 42
const RIGHT = 14
const FOOT = 36
const TOP = 10

/** The frame below `head` px of legend and marks; never so small that it turns over. */
export function frameOf(width: number, height: number, head: number): Frame {
  const top = TOP + head
  return { width, height, left: LEFT, right: Math.max(LEFT + 20, width - RIGHT), top, bottom: Math.max(top + 20, height - FOOT) }
}
