import type { QueueDefinition } from '#record'

/**
 * Lots from 0 to 2^64, the same for the same seed, purpose and text on every machine: MD5 is fixed for ever, unlike DuckDB's own hash. Each purpose draws its
 * own, since else what comes first by one would come first by all.
 */
export function lotSql({ seed }: Pick<QueueDefinition, 'seed'>, purpose: 'double' | 'instance' | 'order', text: string): string {
  return `md5_number_lower(concat('${Number(seed)}:${purpose}:', ${text}))`
}
