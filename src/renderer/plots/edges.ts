/** Where an axis runs, as the host tells it. */
interface AxisRun {
  min: number
  max: number
  isLog: boolean
}

/** A value's place on an axis before scaling: log10(1 + x) on a logarithmic one. */
export function axisPlace(value: number, isLog: boolean): number {
  return isLog ? Math.log10(1 + value) : value
}

/** The `count + 1` edges of equal bins, in log10(1 + x) when logarithmic. */
export function gridEdges({ min, max, isLog }: AxisRun, count: number): number[] {
  const low = axisPlace(min, isLog)
  const high = axisPlace(max, isLog)
  return Array.from({ length: count + 1 }, (_, edge) => {
    if (edge === 0) return min
    if (edge === count) return max
    const place = low + ((high - low) * edge) / count
    return Math.min(max, isLog ? 10 ** place - 1 : place)
  })
}
