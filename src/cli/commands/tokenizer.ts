import { resolve } from 'node:path'
import type { Answers } from '../answers.ts'
import { counted, formatNumber } from '../format/number.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'
import { followMeasuring, reportFailed } from './measure.ts'

type TokenizerInfo = Answers['measure']['tokenizer']

/** Names that stand for themselves; anything else is a path, from the folder the command is run in. */
const OWN_NAMES = ['o200k_base', 'cl100k_base']

/** `winnow tokenizer`: what `model_tokens` is counted by, and another choice. */
export const addTokenizer: AddCommand = (program, session) => {
  program
    .command('tokenizer')
    .description('show what model_tokens is counted by; given another one, count again by it')
    .argument('[name-or-file]', 'o200k_base, cl100k_base, or a tokenizer.json (or the folder it is in)')
    .action(async (choice: string | undefined, _options: unknown, command) => {
      const { terminal } = session
      const { json, workspace }: GlobalOptions = command.optsWithGlobals()
      // A tokenizer that is gone keeps the workspace from being brought up to date, and here is where another one is chosen.
      await withClient(
        session,
        { workspace },
        async ({ client }) => {
          const done =
            choice === undefined ? null : await choose(client, OWN_NAMES.includes(choice) ? choice : resolve(terminal.cwd, choice))
          const info = await client.measure.tokenizer()
          if (json) return terminal.out(JSON.stringify({ ...info, ...done }))
          if (done) terminal.out(`counted ${counted(done.measured, 'example')} in ${formatNumber(done.seconds)} s`)
          terminal.out(wordsOf(info))
          if (done) reportFailed(done, terminal)
        },
        { isMending: true },
      )
    })

  async function choose(client: Client, tokenizer: string) {
    const { terminal } = session
    const { useTokenizer: call } = client.measure
    const { measured, failed, failedCount, seconds } = await followMeasuring(
      await call({ tokenizer }, { signal: terminal.signal }),
      terminal,
    )
    session.exitCode = measured === 0 && failedCount > 0 ? 1 : 0
    return { measured, failed, failedCount, seconds }
  }
}

function wordsOf({ encoding, lacking }: TokenizerInfo): string {
  const stand = lacking === 0 ? 'every measured example has its count' : `${counted(lacking, 'measured example')} without its count`
  return `model_tokens is counted by ${encoding}; ${stand}`
}
