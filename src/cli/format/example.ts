import { type ExampleEdits, NO_EDITS, type Redaction } from '#record'
import { printable } from '../fault-lines.ts'
import type { WholeExample, WholeMessage, WholePatch } from '../read-example.ts'
import { formatFindings } from './findings.ts'
import { formatNumber } from './number.ts'
import { formatTable } from './table.ts'

const ROW = ['instance_id', 'repo', 'language', 'harness', 'model', 'resolved', 'verdict', 'decision', 'outcome']
const SHOWN = [...ROW, 'decided_by', 'is_disputed', 'is_stale', 'tags', 'is_flagged', 'masked_messages', 'is_cut', 'redactions']

/** An example for reading: where it stands, its numbers, its messages and its patch, with every control character shown. */
export function formatExample(example: WholeExample): string {
  const { row, measures, reasons, findings, edits, findings_left_out: leftOut, faults, decisions, messages, patch, notes } = example
  const inForce = edits.contentHash === row.content_hash ? edits : NO_EDITS
  return [
    heading(String(row.id)),
    formatTable(
      [{ heading: 'column' }, { heading: 'value' }],
      SHOWN.map((name) => [name, String(row[name] ?? '')]),
    ),
    ...reasons.map(({ text, isFault }) => `  dropped${isFault ? ', a fault' : ''}: ${printable(text)}`),
    ...notes.map((note) => `  note: ${printable(note)}`),
    heading('measures'),
    formatTable(
      [{ heading: 'measure' }, { heading: 'value', isNumber: true }],
      Object.entries(measures).map(([id, value]) => [id, typeof value === 'number' ? formatNumber(value) : String(value ?? '')]),
    ),
    heading('findings'),
    formatFindings({ findings, leftOut, faults }),
    heading('decisions'),
    ...decisions.map(({ seq, time, reviewer, kind, reason, note }) =>
      printable(`${seq}  ${time}  ${reviewer}  ${kind}  ${reason ?? ''}  ${note ?? ''}`.trimEnd()),
    ),
    ...messages.map((message) => formatMessage(message, inForce)),
    ...(patch ? [heading('patch'), formatPatch(patch, inForce)] : []),
  ].join('\n')
}

function heading(text: string): string {
  return `\n── ${printable(text)} ──`
}

function formatMessage({ index, role, content, reasoning, calls, tokens }: WholeMessage, edits: ExampleEdits): string {
  const isCut = edits.cutAfter !== null && index > edits.cutAfter
  const state = isCut ? ', cut' : edits.masked.includes(index) ? ', context only' : ''
  const said = (text: string, field: Redaction['at']['field'], call: number | null = null) =>
    printable(
      redacted(
        text,
        edits.redactions.filter(({ at }) => at.messageIndex === index && at.field === field && at.call === call),
      ),
    )
  const parts = [
    heading(`${index} ${role}, ${formatNumber(tokens)} tokens${state}`),
    ...(reasoning ? [`[reasoning]\n${said(reasoning, 'reasoning')}`] : []),
    ...(content ? [said(content, 'content')] : []),
    // What a call repeats of a text that is redacted is left out: the text above has it.
    ...calls.map(({ name, protocol, arguments: text }, call) => {
      const isRepeated = protocol !== 'structured' && edits.redactions.some(({ at }) => at.messageIndex === index && at.field === 'content')
      return `[call ${printable(name)}] ${isRepeated ? '(in the text above)' : said(text, 'arguments', call)}`
    }),
  ]
  return parts.join('\n')
}

/** A text with the words that stand for what is redacted of it. */
function redacted(text: string, redactions: readonly Redaction[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { at, replacement } of redactions.toSorted((a, b) => a.at.start - b.at.start)) {
    pieces.push(text.slice(from, at.start), replacement)
    from = at.end
  }
  return pieces.join('') + text.slice(from)
}

const MARKS = { context: ' ', add: '+', delete: '-' } as const

function formatPatch({ files, text }: WholePatch, { redactions }: ExampleEdits): string {
  const inPatch = redactions.filter(({ at }) => at.field === 'patch')
  if (inPatch.length > 0) return printable(redacted(text, inPatch))
  return files
    .map(({ oldPath, newPath, status, additions, deletions, hunks }) => {
      const lines = hunks.flatMap((hunk) => [
        `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@ ${hunk.section}`.trimEnd(),
        ...hunk.lines.map(({ kind, text }) => `${MARKS[kind]}${text}`),
      ])
      return [`${status} ${newPath ?? oldPath ?? '?'} +${additions} -${deletions}`, ...lines].map(printable).join('\n')
    })
    .join('\n')
}
