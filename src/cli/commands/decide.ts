import type { Command } from 'commander'
import { type BulkAsked, decideInBulk } from '../decide-in-bulk.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

const KINDS = ['accept', 'reject', 'clear'] as const

interface Options extends GlobalOptions, Partial<Record<(typeof KINDS)[number], true>> {
  where?: string
  yes?: true
  reason?: string
  note?: string
  reviewer?: string
  blind?: true
}

/** `winnow decide ID`: a person's answer, appended to the ledger; with `--where`, about everything it selects. */
export const addDecide: AddCommand = (program, session) => {
  const command: Command = program
    .command('decide [id]')
    .description('accept or reject an example against whatever the recipe says, or clear an earlier answer')
    .option('--accept', 'it is in')
    .option('--reject', 'it is out')
    .option('--clear', 'take no side: the recipe decides again')
    .option('--where <expression>', 'decide about every example for which this holds, in one go that one undo takes back')
    .option('--yes', 'with --where: decide, instead of telling what would be decided')
    .option('--reason <code>', 'why, as a reason code')
    .option('--note <text>', 'why, in words')
    .option('--reviewer <name>', 'who decides (default: the name in the settings)')
    .option('--blind', 'without knowing the verdict and what others said: another answer than theirs is a dispute, and overrules nobody')
    .action(async (id: string | undefined) => {
      const { terminal } = session
      const { reason, note, reviewer, blind, where, ...options }: Options = command.optsWithGlobals()
      const [kind, ...more] = KINDS.filter((one) => options[one])
      if (!kind || more.length > 0) command.error('one of --accept, --reject and --clear is expected', { exitCode: 2 })
      const said = { kind, reason, note, reviewer, isBlind: blind }
      if ((id === undefined) === (where === undefined)) command.error('either an id or --where is expected', { exitCode: 2 })
      if (where !== undefined) return decideInBulk(session, options, { ...said, selection: { where } } satisfies BulkAsked)
      if (options.yes) command.error('--yes belongs to --where', { exitCode: 2 })
      const { seq, hash, row } = await withClient(session, options, ({ client }) =>
        client.review.decide({ ...said, id: String(id) }, { signal: terminal.signal }),
      )
      if (options.json) return terminal.out(JSON.stringify({ seq, hash }))
      const dispute = row.isDisputed ? ' in dispute with another answer,' : ''
      terminal.out(`${id}: ${kind},${dispute} so its outcome is ${row.outcome ?? 'open'} (entry ${seq})`)
    })
}
