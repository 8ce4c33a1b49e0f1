import type { Command } from 'commander'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

const KINDS = ['accept', 'reject', 'clear'] as const

interface Options extends GlobalOptions, Partial<Record<(typeof KINDS)[number], true>> {
  reason?: string
  note?: string
  reviewer?: string
}

/** `winnow decide ID`: a person's answer, appended to the ledger. */
export const addDecide: AddCommand = (program, session) => {
  const command: Command = program
    .command('decide <id>')
    .description('accept or reject an example against whatever the recipe says, or clear an earlier answer')
    .option('--accept', 'it is in')
    .option('--reject', 'it is out')
    .option('--clear', 'take no side: the recipe decides again')
    .option('--reason <code>', 'why, as a reason code')
    .option('--note <text>', 'why, in words')
    .option('--reviewer <name>', 'who decides (default: the name in the settings)')
    .action(async (id: string) => {
      const { terminal } = session
      const { reason, note, reviewer, ...options }: Options = command.optsWithGlobals()
      const [kind, ...more] = KINDS.filter((one) => options[one])
      if (!kind || more.length > 0) command.error('one of --accept, --reject and --clear is expected', { exitCode: 2 })
      const { seq, hash, row } = await withClient(session, options, ({ client }) =>
        client.review.decide({ id, kind, reason, note, reviewer }, { signal: terminal.signal }),
      )
      terminal.out(
        options.json ? JSON.stringify({ seq, hash }) : `${id}: ${kind}, so its outcome is ${row.outcome ?? 'open'} (entry ${seq})`,
      )
    })
}
