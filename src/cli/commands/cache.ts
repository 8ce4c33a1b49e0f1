import type { Answers } from '../answers.ts'
import { counted, formatBytes } from '../format/number.ts'
import { sizeInBytes } from '../parse-size.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  prune?: number | true
}

type CacheInfo = Answers['cache']['info']

/** `winnow cache`: what of Hub sources is kept on this disk, and making room. */
export const addCache: AddCommand = (program, session) => {
  program
    .command('cache')
    .description('show what of Hub sources is kept on this disk; decided and exported rows are always kept')
    .option(
      '--prune [size]',
      'let go of what was used longest ago until so much is left (default: the budget in the settings)',
      sizeInBytes,
    )
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const { prune } = options
      await withClient(session, options, async ({ client }) => {
        const info = await client.cache.info(undefined, { signal: terminal.signal })
        if (prune === undefined) return terminal.out(options.json ? JSON.stringify(info) : linesOf(info))
        const bytes = prune === true ? info.budgetBytes : prune
        const pruned = await client.cache.prune({ bytes }, { signal: terminal.signal })
        if (options.json) return terminal.out(JSON.stringify(pruned))
        const freed = `${counted(pruned.freedRows, 'row')} and ${counted(pruned.freedFiles, 'file')}`
        terminal.out(`freed ${formatBytes(pruned.freedBytes)}: ${freed}`)
        terminal.out(linesOf(pruned.info))
      })
    })
}

function linesOf({ budgetBytes, ranges, bodies }: CacheInfo): string {
  const kept = `${counted(bodies.keptRows, 'row')} decided or exported, ${formatBytes(bodies.keptBytes)}, never let go of`
  return [
    `pieces of files: ${formatBytes(ranges.bytes)} of ${counted(ranges.files, 'file')}`,
    `rows: ${formatBytes(bodies.bytes)} of ${counted(bodies.rows, 'row')} (${kept})`,
    `budget: ${formatBytes(budgetBytes)}`,
  ].join('\n')
}
