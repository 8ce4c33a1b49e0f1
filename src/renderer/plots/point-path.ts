const R = 2.6

/** A mark around a point, as a path: a shape for each glyph of a group, so that colour is not alone. */
export function pointPath(glyph: string, x: number, y: number): string {
  const shape = SHAPES[glyph] ?? circle
  return shape(Math.round(x * 10) / 10, Math.round(y * 10) / 10)
}

type Shape = (x: number, y: number) => string

const circle: Shape = (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0Z`
const cross: Shape = (x, y) =>
  `M${x - R} ${y - R + 1}l1 -1l${R - 1} ${R - 1}l${R - 1} ${-R + 1}l1 1l${-R + 1} ${R - 1}l${R - 1} ${R - 1}l-1 1l${-R + 1} ${-R + 1}l${-R + 1} ${R - 1}l-1 -1l${R - 1} ${-R + 1}Z`
const triangle: Shape = (x, y) => `M${x} ${y - R - 0.4}l${R + 0.4} ${2 * R}h${-2 * R - 0.8}Z`
const fallen: Shape = (x, y) => `M${x} ${y + R + 0.4}l${R + 0.4} ${-2 * R}h${-2 * R - 0.8}Z`
const ring: Shape = (x, y) =>
  `${circle(x, y)}M${x + R - 1.2} ${y}a${R - 1.2} ${R - 1.2} 0 1 1 ${-2 * (R - 1.2)} 0a${R - 1.2} ${R - 1.2} 0 1 1 ${2 * (R - 1.2)} 0Z`
const square: Shape = (x, y) => `M${x - R + 0.3} ${y - R + 0.3}h${2 * R - 0.6}v${2 * R - 0.6}h${-2 * R + 0.6}Z`
const diamond: Shape = (x, y) => `M${x} ${y - R - 0.6}l${R + 0.6} ${R + 0.6}l${-R - 0.6} ${R + 0.6}l${-R - 0.6} ${-R - 0.6}Z`

const SHAPES: Record<string, Shape> = {
  '✕': cross,
  '?': diamond,
  '■': square,
  '▲': triangle,
  '◆': diamond,
  '▼': fallen,
  '○': ring,
  '□': cross,
  '△': square,
}
