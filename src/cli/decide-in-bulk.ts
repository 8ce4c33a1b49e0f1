import { formatNumber } from './format/number.ts'
import type { Client, GlobalOptions, Session } from './session.ts'
import { withClient } from './with-client.ts'

/** What is decided about a selection. */
export type BulkAsked = Parameters<Client['review']['bulkPreview']>[0]

type Preview = Awaited<ReturnType<Client['review']['bulkPreview']>>

/** Decides about a whole selection; without `--yes` it tells what would be decided, and ends with 1 because nothing was. */
export async function decideInBulk(session: Session, options: GlobalOptions & { yes?: true }, asked: BulkAsked): Promise<void> {
  const { terminal } = session
  const { signal } = terminal
  await withClient(session, options, async ({ client }) => {
    const preview = await client.review.bulkPreview(asked, { signal })
    if (!options.json) for (const line of linesOf(preview, asked)) terminal.note(line)
    if (!options.yes) {
      session.exitCode = 1
      if (options.json) terminal.out(JSON.stringify(preview))
      return terminal.note('Nothing was decided. To decide, repeat it with --yes.')
    }
    const done = await client.review.bulk({ ...asked, expected: preview.total }, { signal })
    terminal.out(options.json ? JSON.stringify(done) : `${asked.kind}: ${entries(done.entries)}, ${formatNumber(done.leftOut)} left out`)
  })
}

function linesOf({ total, changing, overriding, overruling, notHere }: Preview, { kind }: BulkAsked): string[] {
  const lines: [number, string][] = [
    [changing, 'with another decision than now'],
    [overriding, 'against what the recipe says'],
    [overruling, 'over what somebody else said'],
    [notHere, 'left out: their rows are not here, measure them first'],
  ]
  return [`${kind} ${formatNumber(total)} examples`, ...lines.filter(([n]) => n > 0).map(([n, what]) => `  ${formatNumber(n)} ${what}`)]
}

function entries(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'entry' : 'entries'}`
}
