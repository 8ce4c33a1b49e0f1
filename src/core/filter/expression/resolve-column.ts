import type { ExpressionColumn } from '../types.ts'

/** Names told in full; with more columns than this the message shows the nearest and the first ones. */
const TOLD = 40

/** What to say of a name that is no column: the likely one first, then what there is. */
export function unknownColumn(name: string, columns: readonly ExpressionColumn[]): string {
  const ids = columns.map((column) => column.id)
  const near = nearest(name, ids)
  const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}? The` : '; the'
  const more = ids.length > TOLD ? ` and ${ids.length - TOLD} more` : ''
  return `there is no column "${name}"${hint} columns are ${ids.slice(0, TOLD).join(', ')}${more}`
}

function nearest(name: string, ids: readonly string[]): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3))
  const wanted = plain(name)
  const scored = ids.map((id) => ({ id, score: plain(id).includes(wanted) && wanted.length > 2 ? 0 : distance(wanted, plain(id)) }))
  return scored
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ id }) => id)
}

function plain(name: string): string {
  return name.slice(0, 64).toLowerCase().replace(/[_.-]/g, '')
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
