import { SKETCH_LENGTH } from '#record'
import type { Connections, Statement } from '../connections.ts'
import { fingerprintSql, hasSketch } from './fingerprint.ts'
import type { GroupWork } from './group-sketches.ts'
import type { SketchedColumn } from './sketched-column.ts'

/** The sketches of a column in id order, one behind another, and what they were read from. */
export interface ReadSketches {
  bytes: Uint8Array
  count: number
  fingerprint: string
}

/** Sketches between two words on how far it is. */
const STEP = 4_096

/** Sketches put in order at once: all of 600,000 took more memory than DuckDB is given. */
const STRETCH = 65_536

/**
 * Reads a column of sketches; what is none of a sketch's length counts as not there.
 *
 * @throws the signal's reason
 */
export async function readSketches(
  connections: Connections,
  column: SketchedColumn,
  { signal, told = () => undefined }: GroupWork = {},
): Promise<ReadSketches> {
  const stretches = stretchesOf(column, await boundsOf(connections, column))
  const lines = connections.stream([{ sql: fingerprintSql(column), values: [] }, ...stretches])
  const fingerprint: readonly unknown[] = (await lines.next()).value ?? [0]
  const bytes = Buffer.alloc(Number(fingerprint[0]) * SKETCH_LENGTH)
  let place = 0
  for await (const [sketch] of lines) {
    bytes.write(String(sketch), place * SKETCH_LENGTH, SKETCH_LENGTH, 'latin1')
    place += 1
    if (place % STEP === 0) told(place)
    signal?.throwIfAborted()
  }
  return { bytes, count: place, fingerprint: fingerprint.join(' ') }
}

/** Ids that divide the rows into stretches: the first id of each but the first. */
async function boundsOf(connections: Connections, column: SketchedColumn): Promise<string[]> {
  const lines = await connections.read(
    `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM examples WHERE ${hasSketch(column)})
     WHERE place > 1 AND place % ${STRETCH} = 1 ORDER BY id`,
  )
  return lines.map(([id]) => String(id))
}

/** The first and the last stretch are open, so that nothing is left out, whatever came since the bounds were read. */
function stretchesOf(column: SketchedColumn, bounds: readonly string[]): Statement[] {
  return Array.from({ length: bounds.length + 1 }, (_, at) => {
    const values: string[] = []
    const limits = [
      ...bounds.slice(Math.max(0, at - 1), at).map((id) => `AND id >= $${values.push(id)}`),
      ...bounds.slice(at, at + 1).map((id) => `AND id < $${values.push(id)}`),
    ]
    return { sql: `SELECT ${column.sketch} FROM examples WHERE ${hasSketch(column)} ${limits.join(' ')} ORDER BY id`, values }
  })
}
