import { codeSpan } from './escape.ts'
import type { ManifestBody } from './manifest-body.ts'
import { counted, markdownTable, number, percent } from './table.ts'

/** Rows of one table; the manifest has all. */
const LISTED = 20

/** Who decided what, and how often against the recipe. */
export function peopleSection({ people, counts, edits }: ManifestBody): string[] {
  const { accepted, rejected, disputed, overrides } = people
  if (accepted + rejected + disputed === 0 && people.by_reviewer.length === 0)
    return ['## Who decided', 'The recipe alone: nobody accepted or rejected an example.']
  return [
    '## Who decided',
    `People accepted ${counted(accepted, 'example')} and rejected ${number(rejected)}; ${number(disputed)} are in dispute, for which the recipe speaks. ` +
      `Of ${counted(overrides.decided, 'decided example')} with a verdict of the recipe, ${number(overrides.against)} (${percent(overrides.rate)}) were decided against it: \`overrides.jsonl\` lists each. ` +
      `${number(counts.stale_decisions ?? 0)} decisions are about rows that have changed since.`,
    reviewers(people),
    ...reasons(people),
    ...rules(people),
    ...(edits.examples > 0 ? [editsLine(edits)] : []),
    'Every entry is in `ledger.jsonl`, each with the hash of the one before it. Reviewers are names that nobody proves.',
  ]
}

function reviewers({ by_reviewer, overrides }: ManifestBody['people']): string {
  const rates = new Map(overrides.by_reviewer.map(({ reviewer, rate }) => [reviewer, rate]))
  const rows = by_reviewer
    .slice(0, LISTED)
    .map((one) => [
      codeSpan(one.reviewer),
      number(one.accepted),
      number(one.rejected),
      number(one.entries),
      percent(rates.get(one.reviewer) ?? null),
    ])
  return markdownTable(
    ['reviewer', '>accepted', '>rejected', '>entries', '>against the recipe'],
    [...rows, ...furtherRow(by_reviewer.length, 5)],
  )
}

function reasons({ by_reason }: ManifestBody['people']): string[] {
  if (by_reason.length === 0) return []
  const rows = by_reason
    .slice(0, LISTED)
    .map(({ reason, accepted, rejected }) => [reason === null ? '*none given*' : codeSpan(reason), number(accepted), number(rejected)])
  return [markdownTable(['reason', '>accepted', '>rejected'], [...rows, ...furtherRow(by_reason.length, 3)])]
}

function rules({ overrides }: ManifestBody['people']): string[] {
  const { by_rule } = overrides
  if (by_rule.length === 0) return []
  const rows = by_rule
    .slice(0, LISTED)
    .map(({ rule, decided, against, rate }) => [codeSpan(rule), number(decided), number(against), percent(rate)])
  return [
    markdownTable(['rule that dropped it', '>decided', '>accepted all the same', '>rate'], [...rows, ...furtherRow(by_rule.length, 4)]),
  ]
}

function editsLine(edits: ManifestBody['edits']): string {
  return (
    `Of the examples that leave, people edited ${number(edits.examples)}: turns made context only in ${number(edits.masked)} (${number(edits.masked_messages)} turns in all), ` +
    `cut before the end ${number(edits.cut)}, redacted ${number(edits.redacted)}.`
  )
}

function furtherRow(length: number, columns: number): string[][] {
  return length <= LISTED
    ? []
    : [[`*and ${number(length - LISTED)} more in* \`manifest.json\``, ...Array.from({ length: columns - 1 }, () => '')]]
}
