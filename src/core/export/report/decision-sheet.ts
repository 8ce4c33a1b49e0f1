import type { ExampleRow, LedgerEntry } from '#record'
import { isOverride } from '../tally.ts'
import { cleanText } from './clean-text.ts'
import { type Html, html } from './html.ts'
import { reportPage } from './report-page.ts'
import { labelWords, outcomeHtml } from './words.ts'

/** What a decision sheet is made from. */
export interface DecisionSheetInput {
  /** In the order they are told. */
  rows: readonly ExampleRow[]
  /** The entry behind a standing decision; null where nobody decided. */
  entryOf(id: string): LedgerEntry | null
  /** What the rows were selected by, in words. */
  selected: string
  recipe: { name: string; hash: string } | null
  ledgerHead: { seq: number; hash: string } | null
  winnowVersion: string
}

/** What was decided about a selection, as one HTML file: totals, then a line an example. */
export function decisionSheet(input: DecisionSheetInput): string {
  const { rows, selected, recipe, ledgerHead, winnowVersion } = input
  const body = html`<h1>Decision sheet</h1>
<p class="muted">${count(rows.length)} examples: ${selected}</p>
${totalsHtml(rows)}
<h2>Examples</h2>
<table><thead><tr><th>Example</th><th>Label</th><th>Recipe</th><th>Decision</th><th>By</th><th>Outcome</th><th>Entry</th></tr></thead><tbody>
${rows.map((row) => rowHtml(row, input.entryOf(row.id)))}</tbody></table>
<footer><p>${recipe ? `Recipe ${recipe.name}, ${recipe.hash}.` : 'No recipe was applied.'}</p>
<p>${ledgerHead ? `The ledger ends at entry ${ledgerHead.seq}, ${ledgerHead.hash}.` : 'The ledger is empty.'}</p><p>Winnow ${winnowVersion}</p></footer>`
  return reportPage('Decision sheet', body)
}

function totalsHtml(rows: readonly ExampleRow[]): Html {
  const by = (of: (row: ExampleRow) => string | null) => {
    const counts = new Map<string, number>()
    for (const row of rows) {
      const value = of(row)
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    return sorted.map(([value, number]) => `${value} ${count(number)}`).join(', ') || 'none'
  }
  return html`<dl>
<dt>Outcome</dt><dd>${by(({ outcome }) => outcome ?? 'undecided')}</dd>
<dt>Decisions</dt><dd>${by(({ decision }) => decision)}</dd>
<dt>Against the recipe</dt><dd>${by((row) => (isOverride(row) ? `${row.decision}ed` : null))}</dd>
<dt>Reasons</dt><dd>${by(({ decisionReason }) => decisionReason)}</dd>
<dt>Reviewers</dt><dd>${by(({ reviewer }) => reviewer)}</dd>
<dt>In dispute</dt><dd>${count(rows.filter(({ isDisputed }) => isDisputed).length)}</dd>
<dt>Stale</dt><dd>${count(rows.filter(({ isStale }) => isStale).length)}</dd>
</dl>`
}

function rowHtml(row: ExampleRow, entry: LedgerEntry | null): Html {
  const { decision, verdict, decisionReason, note } = row
  return html`<tr><td>${row.instanceId ?? row.id}<br><span class="muted">${row.id}</span></td><td>${labelWords(row.resolved)}</td>
<td>${verdict ?? 'nothing'}<br><span class="muted">${row.reasons.map(({ rule, text }) => `${rule}: ${text}`).join('; ')}</span></td>
<td>${row.isDisputed ? 'in dispute' : decision}${decisionReason && `: ${decisionReason}`}${isOverride(row) && ' (against the recipe)'}${row.isStale && ' (stale)'}${note && html`<br><span class="muted">${cleanText(note).text}</span>`}</td>
<td>${row.decidedBy.join(', ')}</td><td>${outcomeHtml(row.outcome)}</td><td>${entry && html`${entry.seq}<br><code>${entry.hash.slice(0, 12)}</code>`}</td></tr>
`
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
