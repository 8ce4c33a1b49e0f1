import type { Alignment, CallAct, PreferencePair } from '#record'
import type { Client } from '../session.ts'
import { counted, formatNumber } from './number.ts'
import { formatTable } from './table.ts'

type Attempts = Awaited<ReturnType<Client['sibling']['attempts']>>

/** Attempts at one instance as a table, the best first, and what would be picked. */
export function formatAttempts({ attempts, total, suggestion }: Attempts): string {
  const table = formatTable(
    [
      { heading: 'id' },
      { heading: 'harness' },
      { heading: 'model' },
      { heading: 'label' },
      { heading: 'tokens', isNumber: true },
      { heading: 'recipe' },
      { heading: 'decision' },
    ],
    attempts.map(({ id, harness, teacherModel, model, resolved, values, verdict, decision, isDisputed }) => [
      id,
      harness ?? '',
      teacherModel ?? model ?? '',
      { 1: 'resolved', 0: 'failed', [-1]: '' }[resolved],
      typeof values.traj_tokens === 'number' ? formatNumber(values.traj_tokens) : '',
      verdict ?? '',
      isDisputed ? 'in dispute' : (decision ?? ''),
    ]),
  )
  const left = total > attempts.length ? [`and ${formatNumber(total - attempts.length)} more`] : []
  return [table, ...left, ...(suggestion ? [`suggested: ${suggestion.id}, ${suggestion.text}`] : [])].join('\n')
}

/** Their calls line by line; `>` marks the first line on which they part. */
export function formatAlignment({ runs, lines, firstDivergence }: Alignment): string {
  const table = formatTable(
    [{ heading: 'line', isNumber: true }, { heading: '' }, ...runs.map(({ id }) => ({ heading: id.slice(-12), longest: 40 }))],
    lines.map((line, at) => [
      String(at + 1),
      at === firstDivergence ? '>' : '',
      ...line.map((place, run) => {
        const call = place === null ? undefined : runs[run]?.calls[place]
        return call ? `${wordsOf(call.act, call.name)}${call.isError ? ' (failed)' : ''}` : ''
      }),
    ]),
  )
  return `${table}\n${firstDivergence === null ? 'They make the same calls.' : `They part at line ${firstDivergence + 1}.`}`
}

function wordsOf(act: CallAct, name: string): string {
  if (act.kind === 'shell') return act.command
  if (act.kind === 'edit') return `${act.change.kind} ${act.path}`
  return act.kind === 'view' ? `view ${act.path}` : name
}

/** Pairs as a table, newest first. */
export function formatPairs(pairs: readonly PreferencePair[]): string {
  const rows = pairs.map(({ instanceId, chosen, rejected, reviewer, time }) => [instanceId ?? '', chosen, rejected, reviewer, time])
  const table = formatTable(
    ['instance', 'chosen', 'rejected', 'reviewer', 'time'].map((heading) => ({ heading })),
    rows,
  )
  return pairs.length === 0 ? 'no pairs' : `${table}\n${counted(pairs.length, 'pair')}`
}
