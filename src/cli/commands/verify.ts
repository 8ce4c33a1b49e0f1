import { resolve } from 'node:path'
import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatNumber } from '../format/number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

type VerifyEvent = Answers['export']['verify'] extends AsyncIterator<infer Event> ? Event : never
type Verified = Extract<VerifyEvent, { kind: 'done' }>['result']

/** Problems printed for people; --json has all that are told. */
const MOST = 20

/** `winnow verify DIR`: holds an export against itself and, where it was made here, against the workspace. */
export const addVerify: AddCommand = (program, session) => {
  program
    .command('verify <dir>')
    .description('prove an export: files, rows, splits, ledger; in the workspace that made it every row is made anew. Exit 1 on problems')
    .action(async (dir: string, _options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const path = resolve(terminal.cwd, dir)
      const result = await withClient(session, options, async ({ client }) =>
        follow(await client.export.verify({ dir: path }, { signal: terminal.signal }), terminal),
      )
      session.exitCode = result.ok ? 0 : 1
      if (options.json) terminal.out(JSON.stringify(result))
      else report(path, result, terminal)
    })
}

async function follow(stream: AsyncIterable<VerifyEvent>, terminal: Terminal): Promise<Verified> {
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return event.result
      const share = event.total === 0 ? 1 : event.done / event.total
      terminal.progress(`${event.file}: ${Math.round(share * 100)}%`)
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', 'Stopped; nothing is proved.', { remedy: 'Run the same command again.' })
}

function report(path: string, { ok, by, target, rows, files, problems, more }: Verified, terminal: Terminal): void {
  const found = problems.length + more
  terminal.out(`${path}: ${counted(rows, 'row')} for ${target || 'no target'}, ${ok ? 'verified' : counted(found, 'problem')}`)
  terminal.out(
    `  the folder alone: ${formatNumber(files)} files by sha256, rows by their index, splits, the ledger's chain and head, all sums`,
  )
  terminal.out(
    by === 'workspace'
      ? '  this workspace: every row made anew, sources, recipe, what is chosen, decisions since'
      : '  not compared with a workspace: this one did not make it',
  )
  for (const { kind, where, message } of problems.slice(0, MOST)) terminal.note(printable(`  ${kind} ${where}: ${message}`))
  if (found > MOST) terminal.note(`  and ${formatNumber(found - MOST)} more`)
}
