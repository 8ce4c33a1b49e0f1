import { InvalidArgumentError, Option } from 'commander'
import { DIMENSIONS, type Dimension } from '#record'
import { formatStats } from '../format/stats.ts'
import { wholeNumber } from '../parse-number.ts'
import { readStats } from '../read-stats.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { MOST_WINDOWS, WINDOWS } from '../stats-questions.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  where?: string
  by?: Dimension
  window: number[]
  least: number
}

/** `winnow stats`: the numbers behind every plot of the Metrics screen. */
export const addStats: AddCommand = (program, session) => {
  program
    .command('stats')
    .description('print the numbers behind every plot of the Metrics screen')
    .option('--where <expression>', 'only examples for which this holds: \'traj_tokens < 32000 and language == "go"\'')
    .addOption(new Option('--by <dimension>', 'side by side for each').choices(DIMENSIONS))
    .option('--window <tokens...>', 'context windows beside 8k, 16k, 32k, 64k and 128k: 40000, 48k', collectWindows, [])
    .option('--least <n>', 'labelled examples a group needs for a rate', wholeNumber(1), 25)
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const { where, by, window, least, ...global }: Options = command.optsWithGlobals()
      const stats = await withClient(session, global, ({ client }) =>
        readStats(client, { where, by: by ?? null, windows: window, least }, terminal.signal),
      )
      terminal.out(global.json ? JSON.stringify(stats) : formatStats(stats))
    })
}

/** Tokens, or with a k so many times 1,024: how context windows are named. */
function collectWindows(text: string, before: number[]): number[] {
  const [, number = '', unit] = /^(\d+)(k?)$/i.exec(text) ?? []
  const tokens = Number(number) * (unit ? 1024 : 1)
  if (number === '' || tokens < 1 || !Number.isSafeInteger(tokens)) {
    throw new InvalidArgumentError('A number of tokens such as 40000 or 48k is expected.')
  }
  const all = [...new Set([...before, tokens])]
  const typed = all.filter((one) => !WINDOWS.some((known) => known === one))
  if (typed.length > MOST_WINDOWS - WINDOWS.length) {
    throw new InvalidArgumentError(`At most ${MOST_WINDOWS - WINDOWS.length} windows can be added.`)
  }
  return all
}
