import { resolve } from 'node:path'
import { Option } from 'commander'
import { fault, TARGET_IDS, type TargetId } from '#record'
import type { Answers } from '../answers.ts'
import { counted, formatBytes, formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  target: TargetId
  out: string
}

type ExportEvent = Answers['export']['run'] extends AsyncIterator<infer Event> ? Event : never
type ExportResult = Extract<ExportEvent, { kind: 'done' }>['result']

/** `winnow export`: the examples whose outcome is keep leave for a trainer. */
export const addExport: AddCommand = (program, session) => {
  program
    .command('export')
    .description('write the kept examples with their manifest')
    .addOption(new Option('--target <target>', 'the format').choices(TARGET_IDS).makeOptionMandatory())
    .requiredOption('--out <dir>', 'the folder to write to, made when missing')
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const out = resolve(terminal.cwd, options.out)
      const result = await withClient(session, options, async ({ client }) =>
        follow(await client.export.run({ target: options.target, out }, { signal: terminal.signal }), terminal),
      )
      if (options.json) terminal.out(JSON.stringify(jsonOf(result)))
      else report(result, terminal)
    })
}

async function follow(stream: AsyncIterable<ExportEvent>, terminal: Terminal): Promise<ExportResult> {
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return event.result
      terminal.progress(`${event.file}: ${formatNumber(event.done)} of ${formatNumber(event.total)}`)
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', 'Stopped; nothing of this export was left behind.', { remedy: 'Run the same command again.' })
}

/** The form scripts rely on. */
function jsonOf({ target, examples, files, warnings }: ExportResult) {
  return { target, examples, files, warnings }
}

function report({ target, out, examples, files, warnings }: ExportResult, terminal: Terminal): void {
  terminal.out(`${out}: ${counted(examples, 'example')} for ${target}`)
  terminal.out(
    formatTable(
      [{ heading: 'file' }, { heading: 'size', isNumber: true }, { heading: 'sha256', longest: 64 }],
      files.map(({ path, bytes, sha256 }) => [path, formatBytes(bytes), sha256]),
    ),
  )
  for (const warning of warnings) terminal.note(`  warning: ${warning}`)
}
