import type { Answers } from '../answers.ts'
import { formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

type Agreement = Answers['review']['agreement']
type Disagreement = Answers['review']['disagreements']['rows'][number]

/** The most the contract gives in one answer. */
const PAGE = 1_000

/** `winnow agreement`: how often people say the same, and about what they differ. */
export const addAgreement: AddCommand = (program, session) => {
  program
    .command('agreement')
    .description("how often reviewers agree (percent and Cohen's kappa), and the examples in dispute with what each said")
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const { agreement, disputes } = await withClient(session, options, async ({ client }) => ({
        agreement: await client.review.agreement(undefined, { signal: terminal.signal }),
        disputes: await readDisputes(client, terminal.signal),
      }))
      terminal.out(options.json ? JSON.stringify({ ...agreement, disputes }) : words(agreement, disputes, terminal.width))
    })
}

async function readDisputes(client: Client, signal: AbortSignal): Promise<Disagreement[]> {
  const disputes: Disagreement[] = []
  for (;;) {
    const page = await client.review.disagreements({ offset: disputes.length, limit: PAGE }, { signal })
    for (const dispute of page.rows) disputes.push(dispute)
    if (page.rows.length < PAGE) return disputes
  }
}

function words(agreement: Agreement, disputes: readonly Disagreement[], width: number): string {
  const { reviewers, pairs, doubled, disputed, settled } = agreement
  if (reviewers.length === 0) return 'nobody has judged anything yet'
  return [
    formatTable(
      [{ heading: 'reviewer' }, ...['judged', 'accepted', 'blind'].map((heading) => ({ heading, isNumber: true }))],
      reviewers.map(({ reviewer, judged, accepted, blind }) => [reviewer, ...[judged, accepted, blind].map(formatNumber)]),
      width,
    ),
    `judged by two or more: ${formatNumber(doubled)}; in dispute: ${formatNumber(disputed)}; settled: ${formatNumber(settled)}`,
    ...(pairs.length === 0 ? [] : [pairTable(pairs, width)]),
    ...(disputes.length === 0 ? [] : [disputeTable(disputes, width)]),
  ].join('\n\n')
}

function pairTable(pairs: Agreement['pairs'], width: number): string {
  const numbers = ['both judged', 'agreed', 'kappa', 'both accept', 'accept/reject', 'reject/accept', 'both reject']
  return formatTable(
    [{ heading: 'pair' }, ...numbers.map((heading) => ({ heading, isNumber: true }))],
    pairs.map(({ a, b, both, percent, kappa, table }) => [
      `${a} / ${b}`,
      formatNumber(both),
      percent === null ? '' : `${(percent * 100).toFixed(1)} %`,
      kappa === null ? 'none' : kappa.toFixed(2),
      ...[table.acceptAccept, table.acceptReject, table.rejectAccept, table.rejectReject].map(formatNumber),
    ]),
    width,
  )
}

function disputeTable(disputes: readonly Disagreement[], width: number): string {
  return formatTable(
    [{ heading: 'in dispute' }, { heading: 'reviewer' }, { heading: 'says' }, { heading: 'reason' }, { heading: 'note', takesRest: true }],
    disputes.flatMap(({ exampleId, opinions }) =>
      opinions.map(({ reviewer, decision, reason, note }, at) => [at === 0 ? exampleId : '', reviewer, decision, reason ?? '', note ?? '']),
    ),
    width,
  )
}
