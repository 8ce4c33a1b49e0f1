import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { FaultError, fault, toFault } from '#record'
import type { Answers } from '../answers.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  set?: string
  reset?: true
}

type Reasons = Answers['review']['reasons']

/** `winnow reasons`: the codes offered for a decision, and a team's own in their place. */
export const addReasons: AddCommand = (program, session) => {
  const command: Command = program
    .command('reasons')
    .description('print the reason codes offered for a decision, or replace them in this workspace')
    .option('--set <file>', 'a JSON list of {code, label, key, decision}, at most nine for accept and nine for reject')
    .option('--reset', "bring back Winnow's own")
    .action(async () => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      if (options.set !== undefined && options.reset) command.error('--set and --reset exclude each other', { exitCode: 2 })
      const isChange = options.set !== undefined || options.reset
      const own = options.set === undefined ? null : await readReasons(options.set, terminal.cwd)
      const reasons = await withClient(session, options, ({ client }) =>
        isChange
          ? client.review.setReasons({ reasons: own }, { signal: terminal.signal })
          : client.review.reasons(undefined, { signal: terminal.signal }),
      )
      terminal.out(options.json ? JSON.stringify(reasons) : tableOf(reasons))
    })
}

/** What the list must look like is for the contract to say. */
async function readReasons(path: string, cwd: string): Promise<Reasons> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw new FaultError(toFault(error, path))
  })
  try {
    return JSON.parse(text) as Reasons
  } catch (cause) {
    throw fault('bad-input', `${path} is no JSON.`, { culprit: path, remedy: 'Write a list such as winnow reasons --json prints.', cause })
  }
}

function tableOf(reasons: Reasons): string {
  return formatTable(
    [{ heading: 'decision' }, { heading: 'key' }, { heading: 'code' }, { heading: 'label' }],
    reasons.map(({ decision, key, code, label }) => [decision, key, code, label]),
  )
}
