import { z } from 'zod'

/** Where a window lies, in the screen's points. */
const rectangle = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })

/** See {@link rectangle}. */
export type Rectangle = z.infer<typeof rectangle>

/** A window as it is remembered. */
export const windowState = z.object({ bounds: rectangle, isMaximized: z.boolean() })

/** See {@link windowState}. */
export type WindowState = z.infer<typeof windowState>

export const SMALLEST = { width: 900, height: 600 }
export const FIRST = { width: 1440, height: 900 }

/** So much of a window must be on a screen for a person to get hold of it. */
const GRIP = { width: 200, height: 100 }

/** The bounds to open with: the remembered ones while they can be reached, else a first size that the system centres. */
export function startingBounds(remembered: WindowState | null, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (!remembered || !screens.some((screen) => isReachable(remembered.bounds, screen))) return FIRST
  const { bounds } = remembered
  return { ...bounds, width: Math.max(bounds.width, SMALLEST.width), height: Math.max(bounds.height, SMALLEST.height) }
}

function isReachable(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y)
  // The title bar is at the top: a window that hangs off above its screen cannot be moved.
  return across >= GRIP.width && down >= GRIP.height && window.y >= screen.y
}
