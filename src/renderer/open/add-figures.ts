import type { AddEvent } from '../state/work-store.ts'
import { formatBytes } from '../widgets/format-bytes.ts'
import { formatCount } from '../widgets/format-number.ts'
import { formatDuration } from '../widgets/format-time.ts'

/** How far an `add` is. */
export type AddProgressEvent = Extract<AddEvent, { kind: 'progress' }>

/** A number with its name, for a line of figures. */
export interface Figure {
  name: string
  value: string
}

/** What is being done, in words: "Indexing 84 of 200 files". */
export function phaseWords({ phase, filesDone, files }: AddProgressEvent): string {
  const verb = phase === 'indexing' ? 'Indexing' : 'Reading'
  return `${verb} ${formatCount(Math.min(filesDone + 1, files))} of ${formatCount(files)} ${files === 1 ? 'file' : 'files'}`
}

/** How much of the whole is done: by rows where their number is known, else by files. */
export function shareDone({ rows, totalRows, filesDone, files }: AddProgressEvent): { done: number; total: number } {
  return totalRows !== null && totalRows > 0 ? { done: Math.min(rows, totalRows), total: totalRows } : { done: filesDone, total: files }
}

/** The numbers of a running `add`, in one order; those of the network only where there is one. */
export function addFigures(progress: AddProgressEvent): Figure[] {
  const { rows, totalRows, rejected, rowsPerSecond, bytesFetched, requests, bytesPerSecond, secondsLeft } = progress
  const wire = [
    { name: 'fetched', value: formatBytes(bytesFetched) },
    { name: 'requests', value: formatCount(requests) },
    { name: 'speed', value: `${formatBytes(Math.round(bytesPerSecond))}/s` },
  ]
  return [
    { name: 'rows', value: totalRows === null ? formatCount(rows) : `${formatCount(rows)} of ${formatCount(totalRows)}` },
    { name: 'rejected', value: formatCount(rejected) },
    { name: 'rows a second', value: formatCount(rowsPerSecond) },
    ...(requests > 0 ? wire : []),
    { name: 'left', value: secondsLeft === null ? '–' : formatDuration(Math.round(secondsLeft)) },
  ]
}
