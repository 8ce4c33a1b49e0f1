import type { MarkerCheck, TrainerView } from '#record'
import { printable } from '../fault-lines.ts'
import { counted, formatNumber } from './number.ts'
import { formatTable } from './table.ts'

/** Messages named behind a check. */
const NAMED = 12

/** Room for the longest word of a state or a note. */
const WORD = 8

/** What the trainer sees of an example, for people: the checks, the tokens by role, and what the policies do. */
export function formatTrainerView({ target, template, tokens, checks, notes, isLeftOut }: TrainerView, id: string): string {
  const head = `${id} as ${target} reads it${template === null ? '' : ` through ${template}`}${isLeftOut ? ': it is left out' : ''}`
  const lines = [
    printable(head),
    ...checks.map(checkLine),
    ...(tokens
      ? [
          `tokens by ${tokens.encoding}: ${formatNumber(tokens.total)}, trained on ${formatNumber(tokens.trained)}`,
          roleTable(tokens.byRole),
        ]
      : []),
    ...notes.map(
      ({ kind, text, policy, messages }) => `  ${kind.padEnd(WORD)}  ${text}${policy === null ? '' : ` (${policy})`}${named(messages)}`,
    ),
  ]
  return lines.map(printable).join('\n')
}

function checkLine({ state, text, messages }: MarkerCheck): string {
  return `  ${state.padEnd(WORD)}  ${text}${named(messages)}`
}

function named(messages: readonly number[]): string {
  if (messages.length === 0) return ''
  const rest = messages.length - NAMED
  return ` [${messages.length === 1 ? 'message' : 'messages'} ${messages.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${counted(rest, 'other')}` : ''}]`
}

function roleTable(byRole: NonNullable<TrainerView['tokens']>['byRole']): string {
  return formatTable(
    [{ heading: 'role' }, { heading: 'tokens', isNumber: true }, { heading: 'trained', isNumber: true }],
    Object.entries(byRole).map(([role, { total, trained }]) => [
      role === '' ? '(between)' : role,
      formatNumber(total),
      formatNumber(trained),
    ]),
  )
}

/** The text the trainer reads, with brackets around what is trained on. */
export function markedText({ text, trained }: TrainerView): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of trained ?? []) {
    pieces.push(text.slice(at, start), '⟦', text.slice(start, end), '⟧')
    at = end
  }
  return printable([...pieces, text.slice(at)].join(''))
}
