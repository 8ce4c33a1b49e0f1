import type { QueueDefinition } from '#record'
import { lotSql } from './lot-sql.ts'

const LOTS = 2 ** 64

/** How many people must judge an example, over the alias e. By the example and the seed alone: the same are doubled whatever else is in the queue. */
export function needsSql(definition: QueueDefinition): string {
  return `CASE WHEN ${lotSql(definition, 'double', 'e.id')}::DOUBLE / ${LOTS} < ${Number(definition.doubleShare)} THEN 2 ELSE 1 END`
}
