import { countFindings, formatFindings } from '../format/findings.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

/** `winnow findings ID`: what the checks found in one example, and where. */
export const addFindings: AddCommand = (program, session) => {
  program
    .command('findings <id>')
    .description('tell what the checks find in one example, each finding with its place and the text there')
    .action(async (id: string, _options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const found = await withClient(session, options, ({ client }) => client.example.findings({ id }, { signal: terminal.signal }))
      if (options.json) return terminal.out(JSON.stringify(found))
      terminal.out(formatFindings(found))
      terminal.note(countFindings(found))
    })
}
