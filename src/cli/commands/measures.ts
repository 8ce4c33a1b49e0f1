import { resolve } from 'node:path'
import { formatNumber } from '../format/number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  csv: string
}

/** `winnow measures --csv FILE`: the analysis table. */
export const addMeasures: AddCommand = (program, session) => {
  program
    .command('measures')
    .description("write the analysis table: the tutorial's 22 columns, then Winnow's own")
    .requiredOption('--csv <file>', 'the file to write')
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const { rows, columns, path } = await withClient(session, options, ({ client }) =>
        client.measure.csv({ path: resolve(terminal.cwd, options.csv), selection: {} }, { signal: terminal.signal }),
      )
      terminal.out(options.json ? JSON.stringify({ rows, columns }) : `${path}: ${formatNumber(rows)} rows, ${columns.length} columns`)
    })
}
