/** How runs are compared: calls with one `same` are the same, those with one `alike` do the same to the same thing. */
export interface Comparable {
  same: number
  alike: number
}

const SAME = 4
const ALIKE = 1

/** Beyond so many calls the rest of a run is not compared: the table below has a cell for every two calls. */
export const MOST_COMPARED = 3_000

/**
 * Which call of `b` stands beside each call of `a`; null for none. The global alignment with the highest score (Needleman and Wunsch 1970), a
 * same call counting 4, an alike one 1, a gap nothing; calls that are neither never stand beside each other. Of equal ones, that which pairs early.
 */
export function alignPair(a: readonly Comparable[], b: readonly Comparable[]): (number | null)[] {
  const rows = Math.min(a.length, MOST_COMPARED)
  const columns = Math.min(b.length, MOST_COMPARED)
  const width = columns + 1
  const best = new Uint32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * width + column
      const paired = scoreOf(a[row], b[column])
      const beside = paired === 0 ? 0 : paired + (best[at + width + 1] ?? 0)
      best[at] = Math.max(beside, best[at + width] ?? 0, best[at + 1] ?? 0)
    }
  }
  return walk(a, b, { best, rows, columns })
}

function walk(
  a: readonly Comparable[],
  b: readonly Comparable[],
  { best, rows, columns }: { best: Uint32Array; rows: number; columns: number },
): (number | null)[] {
  const beside = a.map((): number | null => null)
  const width = columns + 1
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const at = row * width + column
    const paired = scoreOf(a[row], b[column])
    if (paired > 0 && best[at] === paired + (best[at + width + 1] ?? 0)) {
      beside[row] = column
      row += 1
      column += 1
    } else if (best[at] === best[at + 1]) column += 1
    else row += 1
  }
  return beside
}

function scoreOf(a: Comparable | undefined, b: Comparable | undefined): number {
  if (!a || !b) return 0
  return a.same === b.same ? SAME : a.alike === b.alike ? ALIKE : 0
}
