import { formatExample } from '../format/example.ts'
import { readExample } from '../read-example.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

/** `winnow show ID`: one example, whole. */
export const addShow: AddCommand = (program, session) => {
  program
    .command('show <id>')
    .description('show one example: messages, patch, measures, findings and decisions')
    .action(async (id: string, _options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const { row, ...parts } = await withClient(session, options, ({ client }) => readExample(client, id, terminal.signal))
      terminal.out(options.json ? JSON.stringify({ ...row, ...parts }) : formatExample({ row, ...parts }))
    })
}
