import { Option } from 'commander'
import type { LedgerEntry } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, Client, GlobalOptions, Session } from '../session.ts'
import { withClient } from '../with-client.ts'
import { keptRecipe, type NamedRecipe, SHOWN_HASH } from './kept-recipe.ts'

interface Options extends GlobalOptions {
  check?: true
  recipe?: string
}

/** The most the contract gives in one answer. */
const PAGE = 10_000

/** `winnow ledger`: every decision ever made, whether the chain still holds, or a recipe that entries name. */
export const addLedger: AddCommand = (program, session) => {
  program
    .command('ledger')
    .description('print the ledger, oldest first')
    .addOption(new Option('--check', 'verify the chain of hashes instead; exit 1 when it is broken').conflicts('recipe'))
    .option('--recipe <hash>', "print the recipe that entries were said under instead, its text and its rules' versions")
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      if (options.recipe) return tellRecipe(session, options, options.recipe)
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

async function tellRecipe(session: Session, options: Options, asked: string): Promise<void> {
  const { terminal } = session
  const recipe = await withClient(session, options, ({ client }) => keptRecipe(client, asked.toLowerCase(), terminal.signal))
  if (options.json) return terminal.out(JSON.stringify(recipe))
  terminal.out(printable(recipe.text.trimEnd()))
  terminal.note(printable(versionLines(recipe)))
}

/** Beside the text, which alone can be applied again. */
function versionLines({ hash, name, rules, firstAt }: NamedRecipe): string {
  const versions = Object.entries(rules).map(([rule, version]) => `  ${rule} version ${version}`)
  return [`recipe ${name} (${hash}), first decided under at ${firstAt}`, ...versions].join('\n')
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
  return name === null ? `unknown recipe ${hash.slice(0, SHOWN_HASH)}` : `recipe ${name} (${hash.slice(0, SHOWN_HASH)})`
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
      { heading: 'recipe' },
      { heading: 'note' },
    ],
    entries.map(({ seq, time, reviewer, kind, exampleId, reason, recipeHash, note, undoes }) => [
      String(seq),
      time,
      reviewer,
      undoes === null ? kind : `${kind} ${undoes}`,
      exampleId,
      reason ?? '',
      recipeHash?.slice(0, SHOWN_HASH) ?? '',
      note ?? '',
    ]),
  )
}
