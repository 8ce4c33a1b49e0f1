import type { OutlineEntry, StepMark } from './outline.ts'

/** A line of the outline: a step, or several like ones behind each other as one. */
export type OutlineLine =
  | { kind: 'entry'; entry: OutlineEntry }
  | { kind: 'run'; entries: OutlineEntry[]; title: string; mark: StepMark; tokens: number }

/** From this many on, like steps become one line. */
const LEAST = 3

const STRENGTH: readonly StepMark[] = ['plain', 'finish', 'edit', 'test', 'error', 'finding']

/** Puts steps of the same tool and kind that follow each other into one line, but for runs that are opened (by their first message). */
export function collapseRuns(entries: readonly OutlineEntry[], opened: ReadonlySet<number>): OutlineLine[] {
  const lines: OutlineLine[] = []
  for (let from = 0; from < entries.length; ) {
    const run = runFrom(entries, from)
    from += run.length
    const [first] = run
    if (first && run.length >= LEAST && !opened.has(first.message)) lines.push(lineOf(run))
    else lines.push(...run.map((entry): OutlineLine => ({ kind: 'entry', entry })))
  }
  return lines
}

/** The first message of a line. */
export function messageOf(line: OutlineLine): number {
  return line.kind === 'entry' ? line.entry.message : (line.entries[0]?.message ?? 0)
}

/** True when a message stands in a line. */
export function holds(line: OutlineLine, message: number): boolean {
  return line.kind === 'entry' ? line.entry.messages.includes(message) : line.entries.some((entry) => entry.messages.includes(message))
}

function runFrom(entries: readonly OutlineEntry[], from: number): OutlineEntry[] {
  const first = entries[from]
  let end = from + 1
  while (first && first.like !== null && entries[end]?.like === first.like) end++
  return entries.slice(from, end)
}

function lineOf(run: OutlineEntry[]): OutlineLine {
  return {
    kind: 'run',
    entries: run,
    title: `${run.length} × ${sharedWords(run.map(({ title }) => title))}`,
    mark: run.reduce<StepMark>((mark, entry) => (STRENGTH.indexOf(entry.mark) > STRENGTH.indexOf(mark) ? entry.mark : mark), 'plain'),
    tokens: run.reduce((sum, entry) => sum + entry.tokens, 0),
  }
}

/** The words all titles begin with; of the first title its first word, when they share none. */
function sharedWords(titles: readonly string[]): string {
  const [first = [], ...others] = titles.map((title) => title.split(' '))
  let count = 0
  while (count < first.length && others.every((words) => words[count] === first[count])) count++
  return first.slice(0, Math.max(1, count)).join(' ')
}
