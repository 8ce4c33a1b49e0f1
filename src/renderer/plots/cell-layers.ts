import type { GroupLook } from './types.ts'

/** All cells of one colour and strength, as one path. */
export interface Layer {
  id: string
  /** CSS colour. */
  fill: string
  opacity: number
  d: string
}

/** Steps from a cell with one example to the fullest, by logarithm. */
const STRENGTHS = [0.28, 0.42, 0.56, 0.7, 0.84, 1]

/** Colours mix in quarters: finer steps are not told apart. */
const QUARTERS = 4

/**
 * Cells as few paths: strength says how many lie in a cell, colour who. Where two groups meet their colours mix by their shares (the two
 * largest groups of the cell), so that neither hides the other.
 */
export function cellLayers(
  counts: ReadonlyMap<number, readonly number[]>,
  looks: readonly GroupLook[],
  xs: readonly number[],
  ys: readonly number[],
): { layers: Layer[]; fullest: number } {
  const across = xs.length - 1
  const totals = [...counts].map(([place, groups]) => ({ place, groups, total: groups.reduce((sum, one) => sum + one, 0) }))
  const fullest = totals.reduce((most, { total }) => Math.max(most, total), 0)
  const layers = new Map<string, Layer>()
  for (const { place, groups, total } of totals) {
    const strength = strengthOf(total, fullest)
    const mix = mixOf(groups)
    const id = `${mix.first} ${mix.second} ${mix.quarters} ${strength}`
    const layer = layers.get(id) ?? { id, fill: mixedColor(mix, looks), opacity: STRENGTHS[strength] ?? 1, d: '' }
    layer.d += cellPath(xs, ys, place % across, Math.floor(place / across))
    layers.set(id, layer)
  }
  return { layers: [...layers.values()].sort((a, b) => a.opacity - b.opacity), fullest }
}

/** The two largest groups of a cell and how many quarters the first has. */
interface Mix {
  first: number
  second: number
  quarters: number
}

/** Who a cell belongs to; a group with less than an eighth of the two is not seen. */
export function mixOf(groups: readonly number[]): Mix {
  const [first, second] = groups.map((count, group) => ({ count, group })).sort((a, b) => b.count - a.count || a.group - b.group)
  if (!first || !second || second.count === 0) return { first: first?.group ?? 0, second: -1, quarters: QUARTERS }
  const quarters = Math.round((first.count / (first.count + second.count)) * QUARTERS)
  return quarters === QUARTERS ? { first: first.group, second: -1, quarters } : { first: first.group, second: second.group, quarters }
}

/** 0 for a single example, the last step for the fullest cell. */
export function strengthOf(total: number, fullest: number): number {
  if (fullest <= 1) return STRENGTHS.length - 1
  return Math.round((Math.log(Math.max(1, total)) / Math.log(fullest)) * (STRENGTHS.length - 1))
}

function mixedColor({ first, second, quarters }: Mix, looks: readonly GroupLook[]): string {
  const color = (group: number) => looks[group]?.color ?? 'var(--accent)'
  return second < 0 ? color(first) : `color-mix(in srgb, ${color(first)} ${quarters * 25}%, ${color(second)})`
}

function cellPath(xs: readonly number[], ys: readonly number[], column: number, row: number): string {
  const [left = 0, right = 0, bottom = 0, top = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]]
  return `M${round(left)} ${round(bottom)}H${round(right)}V${round(top)}H${round(left)}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
