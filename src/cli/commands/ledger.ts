import type { LedgerEntry } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  check?: true
}

/** The most the contract gives in one answer. */
const PAGE = 10_000

/** `winnow ledger`: every decision ever made, or whether the chain still holds. */
export const addLedger: AddCommand = (program, session) => {
  program
    .command('ledger')
    .description('print the ledger, oldest first')
    .option('--check', 'verify the chain of hashes instead; exit 1 when it is broken')
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      if (!options.check) {
        const entries = await withClient(session, options, ({ client }) => readLedger(client, terminal.signal))
        terminal.out(options.json ? JSON.stringify(entries) : tableOf(entries))
        return
      }
      // A damaged ledger may keep the workspace from being brought up to date: what is wrong with it is told all the same.
      const check = await withClient(session, options, ({ client }) => client.review.check(undefined, { signal: terminal.signal }), {
        isMending: true,
      })
      session.exitCode = check.ok ? 0 : 1
      terminal.out(options.json ? JSON.stringify(check) : checkLines(check))
      for (const { seq, problem } of check.problems) terminal.note(printable(`  entry ${seq}: ${problem}`))
    })
}

function checkLines({ ok, entries, head, reviewers, recipes }: Answers['review']['check']): string {
  const counts = [
    ...reviewers.map(({ reviewer, entries: count }) => ['by', reviewer, formatNumber(count)]),
    ...recipes.map(({ hash, name, entries: count }) => ['under', recipeWords(hash, name), formatNumber(count)]),
  ]
  return [
    `${formatNumber(entries)} ${entries === 1 ? 'entry' : 'entries'}, the chain ${ok ? 'holds' : 'is broken'}`,
    ...(head === null ? [] : [printable(`head ${head}`)]),
    ...(counts.length === 0
      ? []
      : [formatTable([{ heading: '' }, { heading: 'who or what' }, { heading: 'entries', isNumber: true }], counts)]),
  ].join('\n')
}

function recipeWords(hash: string | null, name: string | null): string {
  if (hash === null) return 'no recipe yet'
  return name === null ? `unknown recipe ${hash.slice(0, 12)}` : `recipe ${name} (${hash.slice(0, 12)})`
}

async function readLedger(client: Client, signal: AbortSignal): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (;;) {
    const page = await client.review.ledger({ afterSeq: entries.at(-1)?.seq ?? 0, limit: PAGE }, { signal })
    for (const entry of page) entries.push(entry)
    if (page.length < PAGE) return entries
  }
}

function tableOf(entries: LedgerEntry[]): string {
  return formatTable(
    [
      { heading: 'seq', isNumber: true },
      { heading: 'time' },
      { heading: 'reviewer' },
      { heading: 'kind' },
      { heading: 'example' },
      { heading: 'reason' },
      { heading: 'note' },
    ],
    entries.map(({ seq, time, reviewer, kind, exampleId, reason, note, undoes }) => [
      String(seq),
      time,
      reviewer,
      undoes === null ? kind : `${kind} ${undoes}`,
      exampleId,
      reason ?? '',
      note ?? '',
    ]),
  )
}
