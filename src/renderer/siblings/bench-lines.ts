import type { AlignedCall, Alignment } from './types.ts'

/** A line of the bench: calls beside each other, or lines that are folded because all runs make the same call there. */
export type BenchLine =
  | { kind: 'calls'; at: number; calls: (AlignedCall | null)[]; isSame: boolean; isParting: boolean }
  | { kind: 'fold'; at: number; count: number }

/** Fewer lines than this are not worth folding. */
const FOLD_FROM = 3

/** The lines as they are drawn. With `folds`, runs of lines on which all do the same become one. */
export function benchLines(alignment: Alignment, folds: boolean): BenchLine[] {
  const all = alignment.lines.map((line, at) => callsLine(alignment, line, at))
  return folds ? folded(all) : all
}

function callsLine({ runs, firstDivergence }: Alignment, line: readonly (number | null)[], at: number): BenchLine & { kind: 'calls' } {
  const calls = line.map((place, run) => (place === null ? null : (runs[run]?.calls[place] ?? null)))
  const isSame = calls.every((call) => call !== null && call.same === calls[0]?.same)
  return { kind: 'calls', at, calls, isSame, isParting: at === firstDivergence }
}

function folded(lines: readonly (BenchLine & { kind: 'calls' })[]): BenchLine[] {
  const result: BenchLine[] = []
  for (let from = 0; from < lines.length; ) {
    let end = from
    while (end < lines.length && lines[end]?.isSame) end += 1
    const count = end - from
    if (count >= FOLD_FROM) result.push({ kind: 'fold', at: from, count })
    else result.push(...lines.slice(from, Math.max(end, from + 1)))
    from = Math.max(end, from + 1)
  }
  return result
}

/** Where the next line is on which not all runs do the same, behind or before `from`; null when there is none. */
export function nextDifference(lines: readonly BenchLine[], from: number, direction: 1 | -1): number | null {
  for (let place = from + direction; place >= 0 && place < lines.length; place += direction) {
    const line = lines[place]
    if (line?.kind === 'calls' && !line.isSame) return place
  }
  return null
}
