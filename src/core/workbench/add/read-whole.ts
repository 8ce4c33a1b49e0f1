import type { Adding } from './adding.ts'
import { storeUnits } from './store-units.ts'
import { wholeUnits } from './whole-units.ts'

/** Stores every row of every file that was not read to its end before. Yields after every step. */
export async function* readWhole(adding: Adding): AsyncGenerator<void> {
  const { opened, progress, done } = adding
  const files = opened.files.filter(({ path }) => !done.has(path))
  progress.filesDone = opened.files.length - files.length
  /** Bytes of the files up to each, itself included. */
  const upTo = new Map<string, number>()
  let sum = 0
  for (const { path, bytes } of files) {
    sum += bytes
    upTo.set(path, sum)
  }
  progress.work.total = sum
  for await (const { unit, items, isLast, failure } of storeUnits(adding, wholeUnits(adding, files))) {
    const { path, bytes } = unit.file
    const before = (upTo.get(path) ?? 0) - bytes
    // What an earlier add stored of a file, and what one that gave up would have had, is done with the file.
    if (failure || (isLast && unit.completesFile)) progress.work.done = before + bytes
    else if (unit.rows) progress.work.done = Math.max(progress.work.done, before) + (unit.bytes * items) / unit.rows
    yield
  }
}
