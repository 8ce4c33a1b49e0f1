import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  reviewer?: string
}

/** `winnow undo`: takes back the newest decision that still stands. */
export const addUndo: AddCommand = (program, session) => {
  program
    .command('undo')
    .description('take back the newest decision that still stands; the ledger keeps both')
    .option('--reviewer <name>', 'only among the decisions of this reviewer')
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const { reviewer, ...options }: Options = command.optsWithGlobals()
      const { seq, hash, undone } = await withClient(session, options, ({ client }) =>
        client.review.undo({ reviewer }, { signal: terminal.signal }),
      )
      if (options.json) terminal.out(JSON.stringify({ seq, hash }))
      else
        terminal.out(undone ? `took back entry ${undone.seq}: ${undone.kind} ${undone.exampleId} (entry ${seq})` : 'nothing to take back')
    })
}
