import type { Adding } from './adding.ts'
import { storeUnits } from './store-units.ts'
import { wholeUnits } from './whole-units.ts'

/** Stores every row of every file that was not read to its end before. Yields after every step. */
export async function* readWhole(adding: Adding): AsyncGenerator<void> {
  const { opened, progress, done } = adding
  const files = opened.files.filter(({ path }) => !done.has(path))
  progress.filesDone = opened.files.length - files.length
  progress.work.total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  for await (const { unit, items, isLast } of storeUnits(adding, wholeUnits(adding, files))) {
    if (unit.rows) progress.work.done += (unit.bytes * items) / unit.rows
    else if (isLast) progress.work.done += unit.bytes
    yield
  }
}
