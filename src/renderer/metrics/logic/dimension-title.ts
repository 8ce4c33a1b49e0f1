import type { Dimension } from './choices.ts'

/** A dimension as a column's title or a choice: "Harness". */
export function dimensionTitle(dimension: Dimension): string {
  return dimension.charAt(0).toUpperCase() + dimension.slice(1)
}
