import type { ExampleRow, Sort } from '#record'
import { flatRow } from '../flat-row.ts'
import { formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import { wholeNumber } from '../parse-number.ts'
import { parseSort } from '../parse-sort.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  where?: string
  sort?: Sort
  limit?: number
  offset: number
}

/** Rows a person gets when no limit was asked for; `--json` gives all. */
const SCREENFUL = 50
/** The most the contract gives in one answer. */
const PAGE = 1000

/** `winnow list`: examples with measures and where they stand. */
export const addList: AddCommand = (program, session) => {
  program
    .command('list')
    .description('list examples with their measures and where they stand')
    .option('--where <expression>', 'only examples for which this holds: \'traj_tokens < 32000 and language == "go"\'')
    .option('--sort <column[:desc]>', 'sort by a column or measure', parseSort)
    .option('--limit <n>', `at most so many (default: ${SCREENFUL}, all with --json)`, wholeNumber(0))
    .option('--offset <n>', 'leave out the first so many', wholeNumber(0), 0)
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const { total, rows } = await withClient(session, options, ({ client }) => readRows(client, options, terminal.signal))
      if (options.json) return terminal.out(JSON.stringify(rows.map(flatRow)))
      terminal.out(tableOf(rows, terminal.width))
      terminal.note(`${formatNumber(rows.length)} of ${formatNumber(total)} examples`)
    })
}

async function readRows(client: Client, { where, sort, limit, offset, json }: Options, signal: AbortSignal) {
  const wanted = limit ?? (json ? Number.POSITIVE_INFINITY : SCREENFUL)
  const rows: ExampleRow[] = []
  for (;;) {
    const size = Math.max(1, Math.min(PAGE, wanted - rows.length))
    const page = await client.example.page(
      { offset: offset + rows.length, limit: size, selection: where === undefined ? {} : { where }, sort: sort ?? null },
      { signal },
    )
    rows.push(...page.rows.slice(0, wanted - rows.length))
    if (page.rows.length < size || rows.length >= wanted) return { total: page.total, rows }
  }
}

function tableOf(rows: ExampleRow[], width: number): string {
  return formatTable(
    [
      { heading: 'id', longest: 40 },
      { heading: 'instance', longest: 40, isSpare: true },
      { heading: 'language', isSpare: true },
      { heading: 'label' },
      { heading: 'tokens', isNumber: true, isSpare: true },
      { heading: 'verdict', isSpare: true },
      { heading: 'decision', isSpare: true },
      { heading: 'outcome' },
      { heading: 'why', longest: 80, takesRest: true },
    ],
    rows.map((row) => [
      row.id,
      row.instanceId ?? '',
      row.language ?? '',
      { 1: 'resolved', 0: 'failed', [-1]: 'none' }[row.resolved],
      typeof row.values.traj_tokens === 'number' ? formatNumber(row.values.traj_tokens) : '',
      row.verdict ?? '',
      standingOf(row),
      row.outcome ?? '',
      row.decisionReason ?? row.reasons[0]?.text ?? '',
    ]),
    width,
  )
}

/** What people decided, and what of it asks for another look. */
function standingOf({ decision, isDisputed, isStale, isFlagged }: ExampleRow): string {
  const said = isDisputed ? 'disputed' : (decision ?? '')
  return [said, isStale && 'stale', isFlagged && 'flagged'].filter(Boolean).join(', ')
}
