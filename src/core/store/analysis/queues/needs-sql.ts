import type { QueueDefinition } from '#record'

/** Of 2^64, which lots below are drawn from. */
const ALL_LOTS = 2 ** 64

/**
 * How many people must judge an example, over the alias e. Drawn by other lots than the order: else those that two must judge would all come first. By the
 * example and the seed alone, so that the same examples are doubled whatever else is in the queue.
 */
export function needsSql({ doubleShare, seed }: Pick<QueueDefinition, 'doubleShare' | 'seed'>): string {
  return `CASE WHEN md5_number_lower(concat('${Number(seed)}:double:', e.id))::DOUBLE / ${ALL_LOTS} < ${Number(doubleShare)} THEN 2 ELSE 1 END`
}
