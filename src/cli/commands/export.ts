import { resolve } from 'node:path'
import type { Command } from 'commander'
import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { planOf } from '../exporting/plan-of.ts'
import { addPlanOptions, type PlanOptions } from '../exporting/plan-options.ts'
import { previewText } from '../exporting/preview-text.ts'
import { counted, formatBytes, formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions, PlanOptions {
  out?: string
  dryRun?: true
  printPlan?: true
}

type ExportEvent = Answers['export']['run'] extends AsyncIterator<infer Event> ? Event : never
type ExportResult = Extract<ExportEvent, { kind: 'done' }>['result']

/** `winnow export`: what the recipe and people keep leaves for a trainer, as a plan says. */
export const addExport: AddCommand = (program, session) => {
  addPlanOptions(program.command('export').description('write the kept examples with their manifest'))
    .option('--out <dir>', 'the folder to write to, made when missing')
    .option('--dry-run', 'only tell what would leave')
    .option('--print-plan', 'only print the plan, for --plan')
    .action(async (_options: unknown, command: Command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      checkUsage(options, command)
      await withClient(session, options, async ({ client }) => {
        const { signal } = terminal
        const plan = await planOf(options, client, terminal)
        if (options.printPlan) return terminal.out(JSON.stringify(plan, null, options.json ? 0 : 2))
        if (options.dryRun) return tellPreview(await client.export.preview(plan, { signal }), options, terminal)
        const out = resolve(terminal.cwd, options.out ?? '')
        const result = await follow(await client.export.run({ ...plan, out }, { signal }), terminal)
        if (options.json) terminal.out(JSON.stringify(jsonOf(result)))
        else report(result, terminal)
      })
    })
}

function checkUsage({ target, plan, out, dryRun, printPlan }: Options, command: Command): void {
  if (target === undefined && plan === undefined) command.error("error: required option '--target <target>' not specified")
  if (out === undefined && !dryRun && !printPlan) command.error("error: required option '--out <dir>' not specified")
}

function tellPreview(preview: Answers['export']['preview'], { json }: Options, terminal: Terminal): void {
  terminal.out(json ? JSON.stringify(preview) : previewText(preview, terminal.width))
  if (json) return
  for (const warning of preview.warnings) terminal.note(`  warning: ${warning}`)
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
