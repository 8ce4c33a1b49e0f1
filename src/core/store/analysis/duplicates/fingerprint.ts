import type { DuckDBConnection } from '@duckdb/node-api'
import { SKETCH_LENGTH } from '#record'
import type { SketchedColumn } from './sketched-column.ts'

/** SQL of the rows that have a sketch. */
export function hasSketch({ sketch }: SketchedColumn): string {
  return `length(${sketch}) = ${SKETCH_LENGTH}`
}

/** SQL of how many sketches there are, and of a number that is another one when a row or a sketch comes, goes or changes, whatever their order. */
export function fingerprintSql(column: SketchedColumn): string {
  return `SELECT count(*), coalesce(bit_xor(hash(id, ${column.sketch})), 0) FROM examples WHERE ${hasSketch(column)}`
}

/** What {@link fingerprintSql} gives, as text. */
export async function fingerprintOf(connection: DuckDBConnection, column: SketchedColumn): Promise<string> {
  const [line = []] = (await connection.runAndReadAll(fingerprintSql(column))).getRows()
  return line.join(' ')
}

/** SQL of the same over sketches and the groups rows are in. */
export function groupedSql(columns: readonly SketchedColumn[]): string {
  const held = columns.flatMap(({ sketch, group }) => [sketch, group])
  return `SELECT count(*), coalesce(bit_xor(hash(${['id', ...held].join(', ')})), 0) FROM examples`
}
