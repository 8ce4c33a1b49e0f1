import { resolve } from 'node:path'
import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatBytes, formatNumber } from '../format/number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'
import { entries } from './merge.ts'
import { queueCalled } from './queue.ts'

interface Options extends GlobalOptions {
  queue?: string
  where?: string
  withLedger?: true
  ledgerOnly?: true
}

type MakeEvent = Answers['pack']['make'] extends AsyncIterator<infer Event> ? Event : never

/** `winnow pack FILE`: examples and recipe for somebody offline, or answers to send back. */
export const addPack: AddCommand = (program, session) => {
  program
    .command('pack <file>')
    .description('write a review pack: examples, their recipe and a queue of them, for somebody to judge elsewhere')
    .option('--queue <queue>', 'the examples of this queue, by its id or name')
    .option('--where <expression>', 'the examples for which this holds: \'language == "go" and resolved == 1\'')
    .option('--with-ledger', 'let what was decided so far go along; a blind second reviewer should not have it')
    .option('--ledger-only', 'no examples: the answers, to be merged elsewhere')
    .action(async (file: string, _options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const { queue, where, withLedger = false, ledgerOnly = false } = options
      if ([queue, where, ledgerOnly || undefined].filter((one) => one !== undefined).length !== 1) {
        command.error('one of --queue, --where and --ledger-only is expected', { exitCode: 2 })
      }
      const selection = where === undefined ? undefined : { where }
      const result = await withClient(session, options, async ({ client }) => {
        const id = queue === undefined ? undefined : (await queueCalled(client, queue, terminal.signal)).id
        const input = { path: resolve(terminal.cwd, file), queue: id, selection, withLedger: withLedger || ledgerOnly }
        return follow(await client.pack.make(input, { signal: terminal.signal }), terminal)
      })
      if (options.json) return terminal.out(JSON.stringify(result))
      terminal.out(
        printable(`${result.path}: ${counted(result.examples, 'example')}, ${entries(result.entries)}, ${formatBytes(result.bytes)}`),
      )
      if (result.notHere > 0)
        terminal.note(`  left out: ${counted(result.notHere, 'example')} whose rows are not here; winnow measure fetches them`)
    })
}

async function follow(stream: AsyncIterable<MakeEvent>, terminal: Terminal) {
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return event.result
      terminal.progress(`${formatNumber(event.done)} of ${formatNumber(event.total)} packed`)
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', 'Stopped; nothing of this pack was left behind.', { remedy: 'Run the same command again.' })
}
