import type { Brush2, DensityData, Range } from './types.ts'

type Point = NonNullable<DensityData['points']>[number]

/** How near the pointer is to a point it means, px. */
const NEAR = 8

/** The nearest point, none when all are further than 8 px. `offsetOf` tells px between a point and the pointer, across and up. */
export function pointNear(points: readonly Point[] | null, offsetOf: (point: Point) => [number, number]): Point | null {
  let nearest: Point | null = null
  let least = NEAR
  for (const point of points ?? []) {
    const distance = Math.hypot(...offsetOf(point))
    if (distance > least) continue
    nearest = point
    least = distance
  }
  return nearest
}

/** The point within a brush, when it is the only one. */
export function onlyPointIn(points: readonly Point[] | null, brush: Brush2 | null): Point | null {
  const inside = (points ?? []).filter(({ x, y }) => isIn(x, brush?.x ?? null) && isIn(y, brush?.y ?? null))
  return inside.length === 1 ? (inside[0] ?? null) : null
}

function isIn(value: number, range: Range | null): boolean {
  return range === null || (value >= (range.min ?? value) && value <= (range.max ?? value))
}
