/** A place in the grid; row -1 is the header. */
export interface Place {
  row: number
  column: number
}

/** How big the grid is and how many rows a screenful holds. */
export interface Extent {
  rows: number
  columns: number
  screenful: number
}

/** Where a key leads, held inside the grid; null when the key does not move. */
export function moveCursor(place: Place, key: string, isCtrl: boolean, extent: Extent): Place | null {
  const moved = step(place, key, isCtrl, extent)
  return moved && { row: clamp(moved.row, -1, extent.rows - 1), column: clamp(moved.column, 0, extent.columns - 1) }
}

function step({ row, column }: Place, key: string, isCtrl: boolean, { rows, columns, screenful }: Extent): Place | null {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'PageDown':
      return { row: row + screenful, column }
    case 'PageUp':
      return { row: Math.max(0, row - screenful), column }
    case 'Home':
      return isCtrl ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return isCtrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 }
    default:
      return null
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
