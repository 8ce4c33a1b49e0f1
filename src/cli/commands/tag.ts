import type { Command } from 'commander'
import { printable } from '../fault-lines.ts'
import { flatRow } from '../flat-row.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface TagOptions extends GlobalOptions {
  add: string[]
  remove: string[]
  reviewer?: string
}

interface FlagOptions extends GlobalOptions {
  off?: true
  reviewer?: string
}

const collect = (text: string, before: string[]): string[] => [...before, text]

/** `winnow tag ID...`: words of one's own on examples. */
export const addTag: AddCommand = (program, session) => {
  const command: Command = program
    .command('tag <ids...>')
    .description('add tags to examples, and remove some')
    .option('--add <tag>', 'a tag they get; may be given again', collect, [])
    .option('--remove <tag>', 'a tag they lose; may be given again', collect, [])
    .option('--reviewer <name>', 'who says so (default: the name in the settings)')
    .action(async (ids: string[]) => {
      const { add, remove, reviewer, ...options }: TagOptions = command.optsWithGlobals()
      if (add.length + remove.length === 0) command.error('--add or --remove is expected', { exitCode: 2 })
      const rows = await withClient(session, options, ({ client }) =>
        client.review.tag({ ids, add, remove, reviewer }, { signal: session.terminal.signal }),
      )
      if (options.json) return session.terminal.out(JSON.stringify(rows.map(flatRow)))
      for (const { id, tags } of rows) session.terminal.out(printable(`${id}: ${tags.join(', ') || 'no tags'}`))
    })
}

/** `winnow flag ID`: wants another look at an example. */
export const addFlag: AddCommand = (program, session) => {
  program
    .command('flag <id>')
    .description('mark an example for another look')
    .option('--off', 'take the mark away')
    .option('--reviewer <name>', 'who says so (default: the name in the settings)')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { off, reviewer, ...options }: FlagOptions = command.optsWithGlobals()
      const row = await withClient(session, options, ({ client }) =>
        client.review.flag({ id, isFlagged: !off, reviewer }, { signal: session.terminal.signal }),
      )
      session.terminal.out(options.json ? JSON.stringify(flatRow(row)) : printable(`${id}: ${row.isFlagged ? 'flagged' : 'no flag'}`))
    })
}
