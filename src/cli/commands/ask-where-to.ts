import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { counted, formatBytes } from '../format/number.ts'
import type { Terminal } from '../terminal.ts'

type AddEvent = Answers['source']['add'] extends AsyncIterator<infer Event> ? Event : never
/** The branch of a source moved since it was pinned. */
export type Moved = Extract<AddEvent, { kind: 'moved' }>

/** Tells what changed since a branch was pinned and asks where to go. A script, which nobody can ask, is told how to say it. */
export async function askWhereTo({ source, change }: Moved, terminal: Terminal): Promise<'stay' | 'move'> {
  const [from, to] = [change.from.slice(0, 7), change.to.slice(0, 7)]
  const files = `${change.added.length} files added, ${change.removed.length} removed, ${change.changed.length} changed, ${change.unchanged} as before`
  const cost = `${formatBytes(change.bytes)} to read again, ${counted(change.decided, 'decided example')} in files that changed or went`
  terminal.note(`${source} moved from ${from} to ${to}: ${files}; ${cost}.`)
  const answer = await terminal.ask(`Move to ${to}, or stay at ${from}? [move/stay]`)
  if (answer === 'move' || answer === 'm') return 'move'
  if (answer === 'stay' || answer === 's') return 'stay'
  throw fault('conflict', `${source} moved from ${from} to ${to}; nothing was changed.`, {
    culprit: source,
    remedy: 'Say --stay to go on with the pinned commit, or --move to take the new one.',
  })
}
