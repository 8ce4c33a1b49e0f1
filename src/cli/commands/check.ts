import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { TARGET_IDS, type TrainerView } from '#record'
import { withFileRow } from '../checking/with-file-row.ts'
import { planOf } from '../exporting/plan-of.ts'
import { addTrainerOptions, type PlanOptions } from '../exporting/plan-options.ts'
import { formatTrainerView, markedText } from '../format/trainer-view.ts'
import { wholeNumber } from '../parse-number.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions, PlanOptions {
  file?: string
  row?: number
  text?: true
}

/** `winnow check`: an example as the trainer of a target reads it, and what is lost on the way. */
export const addCheck: AddCommand = (program, session) => {
  const command = program
    .command('check [id]')
    .description('show what the trainer sees of an example: what is kept, lost, trained on and cut')
    .addOption(new Option('--target <target>', 'the format').choices(TARGET_IDS).makeOptionMandatory())
    .option('--file <file>', 'a row of this file instead, looked at apart from any workspace: --template is a path then')
    .addOption(new Option('--row <n>', 'with --file: which of its rows, from 1 (default: 1)').argParser(wholeNumber(1)))
  addTrainerOptions(command)
    .option('--text', 'print the text the trainer reads, with ⟦ and ⟧ around what is trained on')
    .action(async (id: string | undefined, _options: unknown, action: Command) => {
      const { terminal } = session
      const options: Options = action.optsWithGlobals()
      checkUsage(id, options, action)
      const view = async (client: Client, of: string): Promise<void> => {
        const plan = await planOf(options, client, terminal)
        const { target, policies, options: chosen } = plan
        tell(await client.trainer.view({ id: of, target, policies, options: chosen }, { signal: terminal.signal }), of, options)
      }
      if (options.file === undefined) return withClient(session, options, ({ client }) => view(client, id ?? ''))
      return withFileRow(session, { file: resolve(terminal.cwd, options.file), row: options.row ?? 1 }, view)
    })

  function tell(view: TrainerView, id: string, { json, text }: Options): void {
    const { terminal } = session
    if (json) terminal.out(JSON.stringify(view))
    else terminal.out(text ? markedText(view) : formatTrainerView(view, id))
  }
}

function checkUsage(id: string | undefined, { file, row }: Options, command: Command): void {
  if ((id === undefined) === (file === undefined)) command.error('error: give the id of an example, or --file', { exitCode: 2 })
  if (row !== undefined && file === undefined) command.error('error: --row is of a file: give --file too', { exitCode: 2 })
}
