import { CHECKS, measures, type Subject, subjectOf } from '#measure'
import type { RawRow } from '#record'
import { exampleOf, rowsOf } from './examples-of.ts'
import type { Figure } from './figure.ts'

const ROUNDS = 3

/** The bound: what needs bodies costs at most half of the numbers that were there before. */
const BOUND = 0.5

/** Checks named in the figure. */
const NAMED = 4

const OTHERS = 'other measures'

/** Checks come last: what other measures prepared, they find there. */
const parts = [OTHERS, ...CHECKS.map(({ id }) => id)].map((part) => ({
  part,
  computed: measures.filter(({ check = OTHERS }) => check === part),
}))

/** Processor time of every check together beside that of every other measure, as a thread computes them: one after the other, each row once a round. */
export async function checkCost(folder: string): Promise<Figure> {
  const rows = await rowsOf(folder)
  // The first round loads, compiles and fills the memo of counted pieces.
  round(rows)
  const rounds = Array.from({ length: ROUNDS }, () => round(rows))
  const spent = (part: string): number => rounds.reduce((sum, times) => sum + (times.get(part) ?? 0), 0) / (ROUNDS * rows.length)
  const costliest = CHECKS.map(({ id }) => ({ id, ms: spent(id) })).sort((a, b) => b.ms - a.ms)
  const all = costliest.reduce((sum, { ms }) => sum + ms, 0)
  const named = costliest.slice(0, NAMED).map(({ id, ms }) => `${id} ${ms.toFixed(2)}`)
  return {
    what: `all ${CHECKS.length} checks on a row, processor time (costliest in ms: ${named.join(', ')})`,
    value: `${all.toFixed(2)} ms a row`,
    baseline: `all other measures of the same ${rows.length} rows; the bound is ${BOUND}`,
    baselineValue: `${spent(OTHERS).toFixed(2)} ms a row`,
    ratio: all / spent(OTHERS),
  }
}

/** Milliseconds by check id and {@link OTHERS}. */
function round(rows: readonly RawRow[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const row of rows) {
    // Parsed anew: much that is computed is remembered by example.
    const subject = subjectOf(exampleOf(row))
    for (const { part, computed } of parts) times.set(part, (times.get(part) ?? 0) + processorTime(() => compute(computed, subject)))
  }
  return times
}

function compute(some: typeof measures, subject: Subject): void {
  for (const measure of some) measure.compute(subject)
}

function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
