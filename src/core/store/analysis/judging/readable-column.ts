import { fault } from '#record'
import { type Column, type Columns, GROUPS } from '../columns.ts'

/**
 * A column a step may read: what the row says and what was measured of it. Verdicts must not hang on themselves or on what people decided.
 *
 * @throws FaultError `bad-input` for a column there is not, or one of these
 */
export function readableColumn(columns: Columns, name: string): Column {
  const column = columns.find(name)
  if (!column.isJoined && column.id !== 'verdict') return column
  throw fault('bad-input', `A recipe cannot read ${column.id}: verdicts and decisions are what comes of it.`, {
    culprit: column.id,
    remedy: 'Name a measure, or a column of the row.',
  })
}

/**
 * The same for a condition, which asks each row alone.
 *
 * @throws FaultError `bad-input` also for a group of duplicates, which hangs on what other rows there are
 */
export function ownColumn(columns: Columns, name: string): Column {
  const column = readableColumn(columns, name)
  if (!GROUPS.includes(column)) return column
  throw fault('bad-input', `${column.id} hangs on what other examples there are; a condition asks each example alone.`, {
    culprit: column.id,
    remedy: `Choose how many to keep of each ${column.id} instead.`,
  })
}

/** The same for one that gives groups or an order. @throws FaultError `bad-input` also for a tally */
export function plainColumn(columns: Columns, name: string): Column {
  const column = readableColumn(columns, name)
  if (column.type !== 'tally') return column
  throw fault('bad-input', `${column.id} counts by key and has neither groups nor an order.`, {
    culprit: column.id,
    remedy: 'Name another column.',
  })
}
