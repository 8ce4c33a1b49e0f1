import type { Agreement, LedgerEntry, PairAgreement } from '#record'
import { type IndependentOpinion, independentOpinions } from './independent-opinions.ts'
import { projectStandings } from './project-standings.ts'

type ByReviewer = ReadonlyMap<string, IndependentOpinion>

/** How far people agree, from what each said on their own account; see {@link independentOpinions}. */
export function agreementOf(entries: readonly LedgerEntry[]): Agreement {
  const opinions = independentOpinions(entries)
  const disputed = new Set([...projectStandings(entries).values()].filter((one) => one.isDisputed).map(({ exampleId }) => exampleId))
  const doubled = [...opinions].filter(([id, given]) => given.size > 1 || disputed.has(id))
  return {
    reviewers: reviewersOf([...opinions.values()]),
    pairs: pairsOf([...opinions.values()]),
    doubled: doubled.length,
    disputed: disputed.size,
    // Answers that differed and are in dispute no more: somebody decided knowing them.
    settled: doubled.filter(([id, given]) => differ(given) && !disputed.has(id)).length,
  }
}

function differ(given: ByReviewer): boolean {
  return new Set([...given.values()].map(({ decision }) => decision)).size > 1
}

function reviewersOf(examples: readonly ByReviewer[]): Agreement['reviewers'] {
  const counts = new Map<string, Agreement['reviewers'][number]>()
  for (const [reviewer, { decision, isBlind }] of examples.flatMap((given) => [...given])) {
    const count = counts.get(reviewer) ?? { reviewer, judged: 0, accepted: 0, blind: 0 }
    counts.set(reviewer, count)
    count.judged += 1
    count.accepted += Number(decision === 'accept')
    count.blind += Number(isBlind)
  }
  return [...counts.values()].sort((a, b) => b.judged - a.judged || compareText(a.reviewer, b.reviewer))
}

function pairsOf(examples: readonly ByReviewer[]): PairAgreement[] {
  const tables = new Map<string, { a: string; b: string; table: PairAgreement['table'] }>()
  for (const given of examples) {
    for (const [a, b] of pairs([...given.keys()].sort(compareText))) {
      const name = JSON.stringify([a, b])
      const pair = tables.get(name) ?? { a, b, table: { acceptAccept: 0, acceptReject: 0, rejectAccept: 0, rejectReject: 0 } }
      tables.set(name, pair)
      pair.table[cellOf(given, a, b)] += 1
    }
  }
  const all = [...tables.values()].map(({ a, b, table }) => ({ a, b, ...agreementOfTable(table), table }))
  return all.sort((x, y) => y.both - x.both || compareText(x.a, y.a) || compareText(x.b, y.b))
}

function pairs(names: readonly string[]): [string, string][] {
  return names.flatMap((a, at) => names.slice(at + 1).map((b): [string, string] => [a, b]))
}

function cellOf(given: ByReviewer, a: string, b: string): keyof PairAgreement['table'] {
  if (given.get(a)?.decision === 'accept') return given.get(b)?.decision === 'accept' ? 'acceptAccept' : 'acceptReject'
  return given.get(b)?.decision === 'accept' ? 'rejectAccept' : 'rejectReject'
}

/**
 * Percent agreement and Cohen's kappa of two reviewers' counts, after J. Cohen, "A coefficient of agreement for nominal scales", Educational and
 * Psychological Measurement 20 (1960): (po - pe) / (1 - pe), here with both multiplied by the square of the examples, so that counts stay whole numbers.
 */
function agreementOfTable(table: PairAgreement['table']): Pick<PairAgreement, 'both' | 'agreed' | 'percent' | 'kappa'> {
  const { acceptAccept, acceptReject, rejectAccept, rejectReject } = table
  const agreed = acceptAccept + rejectReject
  const both = agreed + acceptReject + rejectAccept
  const byChance =
    (acceptAccept + acceptReject) * (acceptAccept + rejectAccept) + (rejectReject + rejectAccept) * (rejectReject + acceptReject)
  const square = both * both
  return {
    both,
    agreed,
    percent: both === 0 ? null : agreed / both,
    kappa: square === byChance ? null : (agreed * both - byChance) / (square - byChance),
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
