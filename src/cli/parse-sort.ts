import { InvalidArgumentError } from 'commander'
import type { Sort } from '#record'

/** An option's parser: a column with its direction. Anything else is wrong usage. */
export function parseSort(text: string): Sort {
  const [column, direction, ...rest] = text.split(':')
  if (!column || rest.length > 0 || !['asc', 'desc', undefined].includes(direction)) {
    throw new InvalidArgumentError('COLUMN, COLUMN:asc or COLUMN:desc is expected.')
  }
  return { column, descending: direction === 'desc' }
}
