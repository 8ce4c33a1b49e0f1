/** Widths in px by panel id, of the panels a person has resized. */
export type Sizes = Record<string, number>

interface Sized {
  id: string
  size: number | 'rest'
  min: number
}

/** The grid track of a panel: resized ones keep their width unless the window is too small for it. */
export function trackOf(pane: Sized, sizes: Sizes): string {
  return pane.size === 'rest' ? `minmax(${pane.min}px, 1fr)` : `minmax(${pane.min}px, ${Math.max(pane.min, sizes[pane.id] ?? pane.size)}px)`
}

/** The width after a drag of `by` px, held between the panel's least width and most of the window. */
export function dragSize(pane: Sized, from: number, by: number, windowWidth: number): number {
  return Math.round(Math.max(pane.min, Math.min(from + by, windowWidth * 0.7)))
}

/** Reads remembered widths; anything else is ignored. */
export function readSizes(stored: unknown): Sizes | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}
