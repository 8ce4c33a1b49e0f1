import { fault, type QueueDefinition } from '#record'
import { type Column, type Columns, INDEX_COLUMNS } from '../columns.ts'

/**
 * The column whose values are the groups of a stratified queue; null of other orders.
 *
 * @throws FaultError `bad-input` when it is missing, not there, or a tally
 */
export function groupColumn({ order, per }: QueueDefinition, columns: Columns): Column | null {
  if (order !== 'stratified') return null
  if (!per)
    throw fault('bad-input', 'A stratified queue needs a column to take its groups from.', {
      culprit: 'per',
      remedy: 'Name one, such as language.',
    })
  const column = columns.find(per)
  if (column.type !== 'tally') return column
  throw fault('bad-input', `${column.id} counts by key and has no groups.`, {
    culprit: per,
    remedy: 'Name another column, such as language.',
  })
}

/** Whether it holds what was measured: rows that are only indexed have none of it. */
export function isMeasure({ id }: Column): boolean {
  return !INDEX_COLUMNS.some((column) => column.id === id)
}
