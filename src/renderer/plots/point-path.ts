const R = 2.6

/** A mark around a point, as a path: each group has a shape of its own, so that colour is not alone. */
export function pointPath(place: number, x: number, y: number): string {
  const shape = SHAPES[place % SHAPES.length] ?? circle
  return shape(Math.round(x * 10) / 10, Math.round(y * 10) / 10)
}

type Shape = (x: number, y: number) => string

const circle: Shape = (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0Z`
const cross: Shape = (x, y) =>
  `M${x - R} ${y - R + 1}l1 -1l${R - 1} ${R - 1}l${R - 1} ${-R + 1}l1 1l${-R + 1} ${R - 1}l${R - 1} ${R - 1}l-1 1l${-R + 1} ${-R + 1}l${-R + 1} ${R - 1}l-1 -1l${R - 1} ${-R + 1}Z`
const triangle: Shape = (x, y) => `M${x} ${y - R - 0.4}l${R + 0.4} ${2 * R}h${-2 * R - 0.8}Z`
const square: Shape = (x, y) => `M${x - R + 0.3} ${y - R + 0.3}h${2 * R - 0.6}v${2 * R - 0.6}h${-2 * R + 0.6}Z`
const diamond: Shape = (x, y) => `M${x} ${y - R - 0.6}l${R + 0.6} ${R + 0.6}l${-R - 0.6} ${R + 0.6}l${-R - 0.6} ${-R - 0.6}Z`

const SHAPES = [circle, cross, triangle, square, diamond]
