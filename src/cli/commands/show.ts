import { Option } from 'commander'
import { formatExample } from '../format/example.ts'
import { wholeNumber } from '../parse-number.ts'
import { readExample } from '../read-example.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'
import { tellFile } from './show-file.ts'

interface Options extends GlobalOptions {
  file?: string | true
  step?: number
}

/** `winnow show ID`: one example, whole, or a file as its run left it. */
export const addShow: AddCommand = (program, session) => {
  const command = program
    .command('show <id>')
    .description('show one example: messages, patch, measures, findings and decisions')
    .option('--file [path]', 'print a file as it stood after a step instead; without a path, the files the run touched')
    .addOption(new Option('--step <n>', 'with --file: the step, 0 before the first (default: the last)').argParser(wholeNumber(0)))
    .action(async (id: string) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const { file, step } = options
      if (file === undefined && step !== undefined) command.error('--step is of a file: give --file <path> too', { exitCode: 2 })
      await withClient(session, options, async ({ client }) => {
        if (file !== undefined) return tellFile({ client, terminal, isJson: options.json === true }, { id, path: file, step })
        const { row, ...parts } = await readExample(client, id, terminal.signal)
        terminal.out(options.json ? JSON.stringify({ ...row, ...parts }) : formatExample({ row, ...parts }))
      })
    })
}
