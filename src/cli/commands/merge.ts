import { resolve } from 'node:path'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

type Merged = Answers['pack']['merge']

/** `winnow merge FILE|FOLDER`: takes in what somebody else decided. */
export const addMerge: AddCommand = (program, session) => {
  program
    .command('merge <file-or-folder>')
    .description("take in the ledger of a review pack, or of another workspace's folder: same entries once, nothing overwritten")
    .action(async (path: string, _options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const merged = await withClient(session, options, ({ client }) =>
        client.pack.merge({ path: resolve(terminal.cwd, path) }, { signal: terminal.signal }),
      )
      if (options.json) terminal.out(JSON.stringify(merged))
      else reportMerged(merged, terminal)
    })
}

/** "1 ledger entry", "3 ledger entries". */
export function entries(count: number): string {
  return `${formatNumber(count)} ledger ${count === 1 ? 'entry' : 'entries'}`
}

/** Prints what merging came to, and what people now differ about. */
export function reportMerged({ added, same, unknown, stale, conflicts, reviewers, notes }: Merged, terminal: Terminal): void {
  const by = reviewers.map(({ reviewer, entries: count }) => `${reviewer} ${formatNumber(count)}`).join(', ')
  terminal.out(printable(`added ${entries(added)}${by && ` (${by})`}; ${formatNumber(same)} were here already`))
  if (unknown > 0) terminal.note(`  ${entries(unknown)} about examples that are not in this workspace; they are kept`)
  if (stale > 0) terminal.note(`  ${counted(stale, 'decision')} about other bytes than the rows have here: they are shown as stale`)
  for (const note of notes) terminal.note(printable(`  ${note}`))
  terminal.out(conflicts.length === 0 ? 'no new conflicts' : conflictTable(conflicts, terminal.width))
}

function conflictTable(conflicts: Merged['conflicts'], width: number): string {
  const said = (opinions: Merged['conflicts'][number]['here']) =>
    opinions.map(({ reviewer, decision }) => `${reviewer}: ${decision}`).join(', ')
  return formatTable(
    [{ heading: `in dispute (${formatNumber(conflicts.length)})`, takesRest: true }, { heading: 'here' }, { heading: 'there' }],
    conflicts.map(({ exampleId, here, there }) => [exampleId, said(here), said(there)]),
    width,
  )
}
