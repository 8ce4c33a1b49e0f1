import type { Evidence, EvidencePart, Finding, Findings, TextPlace } from '#record'
import { printable } from '../fault-lines.ts'
import { counted, formatNumber } from './number.ts'

/** What was found in one example, each finding with its evidence indented below, and the checks that came to no end. */
export function formatFindings({ findings, leftOut, faults }: Findings): string {
  const blocks = [
    ...(findings.length === 0 ? ['nothing found'] : findings.map(formatFinding)),
    ...(leftOut > 0 ? [`and ${formatNumber(leftOut)} more`] : []),
    ...faults.map(({ text }) => `fault: ${printable(text)}`),
  ]
  return blocks.join('\n\n')
}

/** The numbers in one line: "3 findings, 1 of them drops the example, 1 check without an end". */
export function countFindings({ findings, leftOut, faults }: Findings): string {
  const dropping = findings.filter(({ isDropping }) => isDropping).length
  return [
    counted(findings.length + leftOut, 'finding'),
    ...(dropping > 0 ? [`${formatNumber(dropping)} of them ${dropping === 1 ? 'drops' : 'drop'} the example`] : []),
    ...(faults.length > 0 ? [`${counted(faults.length, 'check')} without an end`] : []),
  ].join(', ')
}

function formatFinding({ rule, severity, certainty, isDropping, text, parts, ...rest }: Finding): string {
  const lines = [
    [rule, severity, certainty, ...(isDropping ? ['drops the example'] : [])].join('  '),
    `  ${printable(text)}`,
    ...placed(rest),
    ...parts.flatMap(formatPart),
  ]
  return lines.join('\n')
}

function placed({ at, quote }: Pick<Evidence, 'at' | 'quote'>): string[] {
  return at ? [`  ${placeWords(at)}`, ...quoted(quote)] : quoted(quote)
}

function formatPart({ what, at, quote }: EvidencePart): string[] {
  const where = at.field === 'patch' ? placeWords(at) : `${what} in ${placeWords(at)}`
  return [`    ${where}`, ...quoted(quote).map((line) => `  ${line}`)]
}

function quoted(quote: string): string[] {
  return quote === '' ? [] : quote.split('\n').map((line) => `  | ${printable(line)}`.trimEnd())
}

/** "message 12, arguments of call 1, 120 to 148": message and offsets as `--json` has them, from 0. */
function placeWords({ messageIndex, field, call, start, end }: TextPlace): string {
  const where = field === 'patch' ? 'patch' : `message ${messageIndex}, ${field === 'arguments' ? `arguments of call ${call}` : field}`
  return `${where}, ${formatNumber(start)} to ${formatNumber(end)}`
}
