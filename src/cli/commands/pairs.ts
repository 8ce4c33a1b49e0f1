import type { PreferencePair } from '#record'
import { formatPairs } from '../format/siblings.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

/** The most the contract gives in one answer. */
const PAGE = 1_000

/** `winnow pairs`: every preference pair that stands. */
export const addPairs: AddCommand = (program, session) => {
  program
    .command('pairs')
    .description('list the preference pairs that stand, newest first')
    .action(async (_options: unknown, command) => {
      const options: GlobalOptions = command.optsWithGlobals()
      const pairs = await withClient(session, options, async ({ client }) => {
        const rows: PreferencePair[] = []
        for (;;) {
          const page = await client.sibling.pairs({ offset: rows.length, limit: PAGE })
          rows.push(...page.rows)
          if (rows.length >= page.total || page.rows.length === 0) return rows
        }
      })
      session.terminal.out(options.json ? JSON.stringify(pairs) : formatPairs(pairs))
    })
}
