import { hasRowLines, type IndexLine, ROW_INDEX } from './index-line.ts'
import type { Problems } from './problems.ts'
import { nameOf } from './read-index.ts'
import type { FilePrint } from './read-lines.ts'

/** Holds every row against the line of the index that is about it: that it is there, in its place, with its bytes, and once. */
export function checkRows(index: readonly IndexLine[], prints: ReadonlyMap<string, FilePrint>, problems: Problems): void {
  for (const [file, lines] of byFile(index)) {
    checkOnce(file, lines, problems)
    if (lines.some(({ line }, place) => line !== place + 1)) {
      problems.add('row', ROW_INDEX, `${ROW_INDEX} does not count the rows of ${file} from 1 on, one by one.`)
    }
    const print = prints.get(file)
    // Where a row is no line the file's hash stands for all of them.
    if (print && hasRowLines(file)) checkLines(file, lines, print.lines, problems)
  }
}

/** The lines of the index about each file, in order. */
export function byFile(index: readonly IndexLine[]): Map<string, IndexLine[]> {
  const files = new Map<string, IndexLine[]>()
  for (const line of index) {
    const lines = files.get(line.file)
    if (lines) lines.push(line)
    else files.set(line.file, [line])
  }
  return files
}

function checkOnce(file: string, lines: readonly IndexLine[], problems: Problems): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const key = JSON.stringify(line.ids)
    if (seen.has(key)) problems.add('row', `${ROW_INDEX}`, `${nameOf(line)} is in ${file} twice.`)
    seen.add(key)
  }
}

/** Walks both lists at once; where they part, looks whether the row stands further down, so that one that was removed is named and those behind it are not. */
function checkLines(file: string, lines: readonly IndexLine[], found: readonly string[], problems: Problems): void {
  const places = new Map(lines.map(({ sha256 }, place) => [sha256, place]))
  let next = 0
  for (const [at, sha256] of found.entries()) {
    const expected = lines[next]
    const place = places.get(sha256)
    const where = `${file}:${at + 1}`
    if (expected?.sha256 === sha256) next += 1
    else if (place !== undefined && place > next) {
      for (const missing of lines.slice(next, place)) tellMissing(file, missing, problems)
      next = place + 1
    } else if (place !== undefined)
      problems.add('row', where, `Line ${at + 1} of ${file} is the row of ${whose(lines[place])} once more, or out of its place.`)
    else if (expected) {
      problems.add('row', where, `Line ${at + 1} of ${file} is not the row that was written for ${nameOf(expected)}: it was changed.`)
      next += 1
    } else problems.add('row', where, `Line ${at + 1} of ${file} is no row of this export: it was added.`)
  }
  for (const missing of lines.slice(next)) tellMissing(file, missing, problems)
}

function whose(line: IndexLine | undefined): string {
  return line ? nameOf(line) : 'another example'
}

function tellMissing(file: string, line: IndexLine, problems: Problems): void {
  problems.add('row', `${file}:${line.line}`, `The row of ${nameOf(line)} is missing from ${file}: it was line ${line.line}.`)
}
