import { didYouMean } from '../nearest.ts'
import type { ExpressionColumn } from '../types.ts'

/** Names told in full; with more columns than this the message shows the nearest and the first ones. */
const TOLD = 40

/** What to say of a name that is no column: that it lacks its `$`; else the likely one first, then what there is. */
export function unknownColumn(name: string, columns: readonly ExpressionColumn[], parameters: object | null = null): string {
  if (parameters !== null && Object.hasOwn(parameters, name)) return `there is no column "${name}"; the parameter is written $${name}`
  const ids = columns.map((column) => column.id)
  const near = didYouMean(name, ids)
  const hint = near === null ? '; the' : `; ${near} The`
  const more = ids.length > TOLD ? ` and ${ids.length - TOLD} more` : ''
  return `there is no column "${name}"${hint} columns are ${ids.slice(0, TOLD).join(', ')}${more}`
}
