import { resolve } from 'node:path'
import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatNumber } from '../format/number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'
import { reportMerged } from './merge.ts'

type OpenEvent = Answers['pack']['open'] extends AsyncIterator<infer Event> ? Event : never
type Opened = Extract<OpenEvent, { kind: 'done' }>['result']

/** Refused rows a person gets to read; `--json` has them all. */
const LISTED = 10

/** `winnow unpack FILE`: takes in a review pack. */
export const addUnpack: AddCommand = (program, session) => {
  program
    .command('unpack <file>')
    .description('take in a review pack: its examples, a queue of them, its recipe where none is in force, its ledger')
    .action(async (file: string, _options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const path = resolve(terminal.cwd, file)
      const result = await withClient(session, options, async ({ client }) =>
        follow(await client.pack.open({ path }, { signal: terminal.signal }), terminal),
      )
      if (options.json) terminal.out(JSON.stringify(result))
      else report(result, terminal)
    })
}

async function follow(stream: AsyncIterable<OpenEvent>, terminal: Terminal): Promise<Opened> {
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return event.result
      if (event.total !== null) terminal.progress(`${formatNumber(event.done)} of ${formatNumber(event.total)} taken in`)
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', 'Stopped; what was taken in so far is kept.', { remedy: 'Run the same command again to go on from there.' })
}

function report({ examples, same, rejected, queue, recipe, notes, merged }: Opened, terminal: Terminal): void {
  terminal.out(`took in ${counted(examples, 'example')}; ${formatNumber(same)} were here already; ${formatNumber(rejected.length)} refused`)
  if (queue !== null) terminal.out(`queue ${queue}: go through it with "winnow queue next ${queue}", or on the Review screen`)
  if (recipe.isApplied) terminal.out(printable(`recipe ${recipe.name} is in force`))
  if (merged) reportMerged(merged, terminal)
  for (const note of notes) terminal.note(printable(`  ${note}`))
  for (const { where, reason } of rejected.slice(0, LISTED)) terminal.note(printable(`  refused ${where}: ${reason}`))
  if (rejected.length > LISTED) terminal.note(`  and ${formatNumber(rejected.length - LISTED)} more`)
}
