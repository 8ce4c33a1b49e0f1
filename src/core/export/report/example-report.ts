import { MEASURE_INFO } from '#measure'
import type { ExampleRow, Findings, LedgerEntry, MeasureValue } from '#record'
import type { EditedExample } from '#review'
import { cleanText } from './clean-text.ts'
import { Html, html } from './html.ts'
import { messageHtml, type ShowText } from './message-html.ts'
import { patchHtml } from './patch-html.ts'
import { reportPage } from './report-page.ts'
import { labelWords, outcomeHtml } from './words.ts'

/** What an example's report is made from. */
export interface ExampleReportInput {
  row: ExampleRow
  /** Redacted and cut as it would leave. */
  edited: EditedExample
  findings: Findings
  /** All that was said about it, oldest first. */
  entries: readonly LedgerEntry[]
  recipe: { name: string; hash: string } | null
  /** Tokens of each message, in order. */
  tokens: readonly number[]
  winnowVersion: string
}

/** One example as one HTML file: what ran, what was found, what people said. Secrets are taken out; the reference patch is not in it. */
export function exampleReport(input: ExampleReportInput): string {
  const { row, edited, winnowVersion } = input
  const title = row.instanceId ?? row.id
  const { show, secrets } = cleaner()
  const run = runHtml(input, show)
  const patch = edited.example.patch ? patchHtml(cleanOf(edited.example.patch, secrets)) : html`<p class="muted">The row has none.</p>`
  const body = html`<h1>${title}</h1>
<p class="muted">${[row.repo, row.harness, row.model].filter((part) => part !== null).join(' · ')}</p>
${standHtml(input)}
<h2>Findings</h2>${findingsHtml(input)}
<h2>Numbers</h2>${numbersHtml(row)}
<h2>Trajectory</h2>${run}
<h2>Patch</h2>${patch}
<h2>Said about it</h2>${entriesHtml(input.entries)}
<footer>${secrets.count > 0 && html`<p>${secretWords(secrets.count)} taken out of the texts.</p>`}
<p>Source ${edited.example.ref.uri}${edited.example.ref.revision && html` at ${edited.example.ref.revision}`}, ${edited.example.ref.file}, row ${edited.example.ref.row}. Content sha256 ${row.contentHash}.</p>
<p>Winnow ${winnowVersion}</p></footer>`
  return reportPage(title, body)
}

interface Secrets {
  count: number
}

/** Shows texts without their secrets, and counts what it took. */
function cleaner(): { show: ShowText; secrets: Secrets } {
  const secrets: Secrets = { count: 0 }
  const show: ShowText = (text, isJson) => html`<pre>${cleanOf(text, secrets, isJson)}</pre>`
  return { show, secrets }
}

function cleanOf(text: string, secrets: Secrets, isJson?: boolean): string {
  const clean = cleanText(text, isJson)
  secrets.count += clean.secrets
  return clean.left === 0 ? clean.text : `${clean.text}\n… ${clean.left.toLocaleString('en-US')} more characters are in the row`
}

function standHtml({ row, edited, recipe }: ExampleReportInput): Html {
  const { reasons, verdict } = row
  return html`<dl>
<dt>Example</dt><dd><code>${row.id}</code></dd>
<dt>Label</dt><dd>${labelWords(row.resolved)}</dd>
<dt>Outcome</dt><dd>${outcomeHtml(row.outcome)}</dd>
<dt>Recipe</dt><dd>${recipe?.name ?? 'none'} says ${verdict ?? 'nothing'}${reasons.length > 0 && `: ${reasons.map(({ rule, text }) => `${rule}: ${text}`).join('; ')}`}</dd>
<dt>People</dt><dd>${row.isDisputed ? 'differ' : (row.decision ?? 'have not decided')}${row.decidedBy.length > 0 && ` (${row.decidedBy.join(', ')})`}${row.isStale && ', about other bytes than the row has now'}</dd>
${row.tags.length > 0 && html`<dt>Tags</dt><dd>${row.tags.join(', ')}</dd>`}
${edited.cutMessages > 0 && html`<dt>Cut</dt><dd>${messageCount(edited.cutMessages)} at the end ${edited.cutMessages === 1 ? 'stays' : 'stay'} behind</dd>`}
${edited.masked.length > 0 && html`<dt>Context only</dt><dd>${messageCount(edited.masked.length)}</dd>`}
</dl>`
}

function secretWords(count: number): string {
  return count === 1 ? '1 place that looks like a secret was' : `${count.toLocaleString('en-US')} places that look like secrets were`
}

function messageCount(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`
}

function findingsHtml({ findings: { findings, leftOut }, edited }: ExampleReportInput): Html {
  if (findings.length === 0) return html`<p class="muted">The checks found nothing.</p>`
  const last = edited.example.messages.length
  const place = (index: number | null | undefined) =>
    typeof index === 'number' && index < last ? html`<a class="place" href="#m${index}">message ${index}</a>` : ''
  const rows = findings.map(
    ({ rule, text, certainty, at, isDropping }) =>
      html`<tr><td>${rule}${isDropping && html` <span class="drop">drops it</span>`}</td><td>${cleanText(text).text}</td><td>${certainty}</td><td>${place(at?.messageIndex)}</td></tr>`,
  )
  return html`<table><thead><tr><th>Rule</th><th>What</th><th>How sure</th><th>Where</th></tr></thead><tbody>${rows}</tbody></table>${leftOut > 0 && html`<p class="muted">${leftOut} more are not listed.</p>`}`
}

function numbersHtml({ values }: ExampleRow): Html {
  const told = MEASURE_INFO.filter(({ id, isInternal, type }) => !isInternal && type !== 'tally' && hasValue(values[id]))
  const lines = told.map(({ id, label }) => html`<dt>${label}</dt><dd>${valueWords(values[id])}</dd>`)
  return html`<details><summary>${told.length} measures</summary><dl>${lines}</dl></details>`
}

function hasValue(value: MeasureValue | undefined): boolean {
  return value !== null && value !== undefined && value !== ''
}

function valueWords(value: MeasureValue | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : cleanText(String(value)).text
}

function runHtml({ edited: { example, masked }, tokens }: ExampleReportInput, show: ShowText): Html {
  const isMasked = new Set(masked)
  const cards = example.messages.map((message, at) =>
    messageHtml(message, { tokens: tokens[at] ?? 0, isMasked: isMasked.has(message.index) }, show),
  )
  return new Html(cards.map(({ text }) => text).join(''))
}

function entriesHtml(entries: readonly LedgerEntry[]): Html {
  if (entries.length === 0) return html`<p class="muted">Nobody has said anything.</p>`
  const rows = entries.map(
    ({ seq, time, reviewer, kind, reason, note, hash }) =>
      html`<tr><td class="number">${seq}</td><td>${time}</td><td>${reviewer}</td><td>${kind}${reason && `: ${reason}`}</td><td>${note && cleanText(note).text}</td><td><code>${hash.slice(0, 12)}</code></td></tr>`,
  )
  return html`<table><thead><tr><th>#</th><th>When</th><th>Who</th><th>What</th><th>Note</th><th>Hash</th></tr></thead><tbody>${rows}</tbody></table>`
}
