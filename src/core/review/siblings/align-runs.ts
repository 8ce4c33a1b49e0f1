import { alignPair, type Comparable } from './align-pair.ts'

/**
 * Lays runs side by side. Every other run is aligned with the first (a star alignment); what it does between two calls of the first fills lines between them,
 * those of all runs beside each other. A line holds the place of each run's call, or null.
 */
export function alignRuns(runs: readonly (readonly Comparable[])[]): (number | null)[][] {
  const [first = [], ...others] = runs
  const besides = others.map((run) => alignPair(first, run))
  const reached = others.map(() => 0)
  const lines: (number | null)[][] = []
  const fillTo = (ends: readonly number[]) => {
    const deepest = Math.max(0, ...ends.map((end, run) => end - (reached[run] ?? 0)))
    for (let line = 0; line < deepest; line += 1) lines.push([null, ...ends.map((end, run) => within((reached[run] ?? 0) + line, end))])
    ends.forEach((end, run) => {
      reached[run] = end
    })
  }
  for (const place of first.keys()) {
    const met = besides.map((beside) => beside[place] ?? null)
    fillTo(met.map((column, run) => column ?? reached[run] ?? 0))
    lines.push([place, ...met])
    met.forEach((column, run) => {
      if (column !== null) reached[run] = column + 1
    })
  }
  fillTo(others.map((run) => run.length))
  return lines
}

function within(place: number, end: number): number | null {
  return place < end ? place : null
}

/** The first line on which not all runs make the same call; null when they never part. */
export function firstDivergence(
  runs: readonly (readonly Pick<Comparable, 'same'>[])[],
  lines: readonly (readonly (number | null)[])[],
): number | null {
  const parts = lines.findIndex((line) => {
    const made = line.map((place, run) => (place === null ? null : runs[run]?.[place]?.same))
    return made.some((call) => call === null || call !== made[0])
  })
  return parts === -1 ? null : parts
}
