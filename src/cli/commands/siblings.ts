import { MOST_ALIGNED } from '#contract'
import { formatAlignment, formatAttempts } from '../format/siblings.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  align?: true
  pick?: true
  pair?: string
  unpair?: string
  reason?: string
  note?: string
  reviewer?: string
}

/** `winnow siblings ID`: attempts at one instance; the best is picked, pairs are marked. */
export const addSiblings: AddCommand = (program, session) => {
  program
    .command('siblings <id>')
    .description('list all attempts at the instance of this example, the best first')
    .option('--align', 'lay the first eight side by side by their calls')
    .option('--pick', 'accept this one and reject all others, as one batch')
    .option('--pair <other>', 'prefer this one over another attempt, for preference training')
    .option('--unpair <other>', 'take that pair away')
    .option('--reason <code>', 'why, as a reason code')
    .option('--note <text>', 'why, in words')
    .option('--reviewer <name>', 'who says so (default: the name in the settings)')
    .action(async (id: string, _options: unknown, command) => {
      const options: Options = command.optsWithGlobals()
      const asked = (['align', 'pick', 'pair', 'unpair'] as const).filter((one) => options[one] !== undefined)
      if (asked.length > 1) command.error('only one of --align, --pick, --pair and --unpair is expected', { exitCode: 2 })
      const { value, text } = await withClient(session, options, ({ client }) => carryOut(client, id, options))
      session.terminal.out(options.json ? JSON.stringify(value) : text)
    })
}

/** What happened, for scripts and in words. */
interface Told {
  value: unknown
  text: string
}

async function carryOut(client: Client, id: string, { align, pick, pair, unpair, ...said }: Options): Promise<Told> {
  const { reason, note, reviewer } = said
  if (pair !== undefined) {
    const made = await client.sibling.pair({ chosen: id, rejected: pair, reason, note, reviewer })
    return { value: made, text: `${id} is preferred over ${pair} (entry ${made.seq})` }
  }
  if (unpair !== undefined) {
    const taken = await client.sibling.unpair({ chosen: id, rejected: unpair, reviewer })
    return { value: taken, text: `${id} and ${unpair} are no pair any more (entry ${taken.seq})` }
  }
  const attempts = await client.sibling.attempts({ id })
  const others = attempts.attempts.map((attempt) => attempt.id).filter((other) => other !== id)
  if (pick) {
    const { batch, rows } = await client.sibling.pick({ best: id, others, reason, note, reviewer })
    return { value: { batch, examples: rows.length }, text: `${id} is accepted, ${others.length} other attempts are rejected` }
  }
  if (align) {
    const alignment = await client.sibling.align({ ids: [id, ...others].slice(0, MOST_ALIGNED) })
    return { value: alignment, text: formatAlignment(alignment) }
  }
  return { value: attempts, text: formatAttempts(attempts) }
}
