import type { Answers } from '../api/api.ts'
import type { Selection } from '../state/view-store.ts'
import type { MeasureEvent, MeasureInput } from '../state/work-store.ts'
import { formatBytes } from '../widgets/format-bytes.ts'
import { formatCount } from '../widgets/format-number.ts'
import { formatDuration } from '../widgets/format-time.ts'

type Counts = Answers['example']['facets']['counts']

/** Above this a person says how many at most. */
export const ASKS_ABOVE = 1000

/** How many of a selection are only indexed. The facet's counts leave its own ticks out, so they are applied here. */
export function unmeasuredIn(counts: Counts | undefined, selection: Selection): number {
  const ticked = selection.facets?.measured
  if (ticked !== undefined && !ticked.includes('indexed')) return 0
  return counts?.measured?.find((one) => one.value === 'indexed')?.count ?? 0
}

/** "of 480,000 indexed, 1,600 measured"; where everything is measured, only "of 154". */
export function standingWords(total: number, { indexed, measured }: { indexed: number; measured: number }): string {
  if (measured >= indexed) return `of ${formatCount(indexed)}`
  const rest = `indexed, ${formatCount(measured)} measured`
  return total === indexed ? rest : `of ${formatCount(indexed)} ${rest}`
}

/** How far measuring is: "420 of 1,000 · 3 failed · 84.2 MB · 12.4 MB/s · 40 s left". */
export function measuringWords(event: Extract<MeasureEvent, { kind: 'progress' }>): string {
  const { done, total, failed, bytesFetched, bytesPerSecond, secondsLeft } = event
  return [
    `${formatCount(done)} of ${formatCount(total)}`,
    failed > 0 ? `${formatCount(failed)} failed` : null,
    bytesFetched > 0 ? formatBytes(bytesFetched) : null,
    bytesPerSecond > 0 ? `${formatBytes(Math.round(bytesPerSecond))}/s` : null,
    secondsLeft === null ? null : `${formatDuration(Math.round(secondsLeft))} left`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** What is wrong with a limit as typed, of so many; null when nothing is. */
export function limitError(typed: string, of: number): string | null {
  const isWhole = /^[1-9]\d{0,9}$/.test(typed.trim())
  return isWhole && Number(typed) <= of ? null : `A whole number from 1 to ${formatCount(of)}.`
}

/** How far a stopped measuring came: "Stopped at 420 of 1,000."; before the first progress only "Stopped.". */
export function stoppedWords(progress: { done: number; total: number } | null): string {
  return progress ? `Stopped at ${formatCount(progress.done)} of ${formatCount(progress.total)}.` : 'Stopped.'
}

/** What goes on with a stopped measuring: no more examples than were asked for in all. */
export function restOf(input: MeasureInput, progress: { done: number } | null): MeasureInput {
  return input.limit === undefined ? input : { ...input, limit: Math.max(1, input.limit - (progress?.done ?? 0)) }
}
