import { decisionSheet } from '#export'
import { fault, type Selection } from '#record'
import { projectStandings } from '#review'
import type { Desk } from '../desk.ts'
import { queryOf } from '../query-of.ts'
import { recipeInForce } from '../recipe-in-force.ts'

/** More examples than this are no sheet anybody reads; there is the CSV. */
const MOST = 5_000

/**
 * What was decided about a selection, as a file to mail.
 * @throws FaultError `bad-input` when more than {@link MOST} examples are selected, or its expression is wrong
 */
export async function decisionSheetOf(desk: Desk, selection: Selection): Promise<{ name: string; html: string }> {
  const { workspace, ledger } = desk.session
  const { total, rows } = await workspace.analysis.page(queryOf(selection), null, 0, MOST)
  if (total > MOST) throw tooMany(total)
  const standings = projectStandings(ledger)
  const bySeq = new Map(ledger.map((entry) => [entry.seq, entry]))
  const html = decisionSheet({
    rows,
    entryOf: (id) => bySeq.get(standings.get(id)?.opinions.at(-1)?.seq ?? 0) ?? null,
    selected: wordsOf(selection),
    recipe: await recipeInForce(desk),
    ledgerHead: workspace.record.ledgerHead(),
    winnowVersion: desk.options.version,
  })
  return { name: 'decisions.html', html }
}

function tooMany(total: number): Error {
  return fault('bad-input', `${total.toLocaleString('en-US')} examples are selected; a sheet takes ${MOST.toLocaleString('en-US')}.`, {
    remedy: 'Select fewer, such as decision accept and reject alone, or export the measures as CSV.',
  })
}

/** A selection as people write one: `facets decision accept, reject; where traj_tokens < 32000`. */
function wordsOf({ text, facets = {}, where, ...rest }: Selection): string {
  const parts = [
    text ? `text "${text}"` : '',
    ...Object.entries(facets).map(([facet, values]) => `${facet} ${values?.map((value) => value || 'none').join(' or ')}`),
    where?.trim() ? `where ${where.trim()}` : '',
    ...Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  ]
  return parts.filter((part) => part !== '').join('; ') || 'all of the workspace'
}
