import { printable } from '../fault-lines.ts'
import type { WholeExample, WholeMessage, WholePatch } from '../read-example.ts'
import { formatFindings } from './findings.ts'
import { formatNumber } from './number.ts'
import { formatTable } from './table.ts'

const ROW = ['instance_id', 'repo', 'language', 'harness', 'model', 'resolved', 'verdict', 'decision', 'outcome']
const SHOWN = [...ROW, 'decided_by', 'is_disputed', 'is_stale', 'tags', 'is_flagged', 'masked_messages', 'is_cut', 'redactions']

/** An example for reading: where it stands, its numbers, its messages and its patch, with every control character shown. */
export function formatExample(example: WholeExample): string {
  const { row, measures, reasons, findings, findings_left_out: leftOut, faults, decisions, messages, patch, notes } = example
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
    ...messages.map(formatMessage),
    ...(patch ? [heading('patch'), formatPatch(patch)] : []),
  ].join('\n')
}

function heading(text: string): string {
  return `\n── ${printable(text)} ──`
}

function formatMessage({ index, role, content, reasoning, calls, tokens }: WholeMessage): string {
  const parts = [
    heading(`${index} ${role}, ${formatNumber(tokens)} tokens`),
    ...(reasoning ? [`[reasoning]\n${printable(reasoning)}`] : []),
    ...(content ? [printable(content)] : []),
    ...calls.map(({ name, arguments: text }) => `[call ${printable(name)}] ${printable(text)}`),
  ]
  return parts.join('\n')
}

const MARKS = { context: ' ', add: '+', delete: '-' } as const

function formatPatch({ files }: WholePatch): string {
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
