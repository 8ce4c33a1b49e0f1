import type { CSSProperties } from 'react'

/** How many columns a part of the bench has, for its style sheet. */
export function runsStyle(count: number): CSSProperties {
  return { '--runs': count } as CSSProperties
}
