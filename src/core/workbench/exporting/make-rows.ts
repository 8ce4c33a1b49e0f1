import type { MadeRow, MadeUnit, MakeRows, WantedUnit } from '#export'
import { type ExampleEdits, type ExampleRow, FaultError, fault } from '#record'
import type { ExportPool } from './threads/export-pool.ts'
import type { MakerSource, PackedExample } from './threads/task.ts'
import { ThreadEnd } from './threads/thread-end.ts'

/** What rows are made with. */
export interface RowsMaking {
  pool: ExportPool
  source: MakerSource
  /** The stored row of an example, as gzip, with its place. */
  bodyOf(row: ExampleRow): Promise<Omit<PackedExample, 'row' | 'edits'>>
  editsOf(row: ExampleRow): ExampleEdits
  signal: AbortSignal
}

/** Rows ahead of the one that is written: one at work and one waiting for each thread. */
const AHEAD = 2

/** ... as long as their packed bodies are not larger than this together: rows of 20 MB are made one or two at a time. */
const AHEAD_BYTES = 4_000_000

interface Underway {
  bytes: number
  made: Promise<MadeUnit>
}

/** Makes rows in threads and gives them in order, a few ahead. A row that ends its thread is left out, and told; so nothing is lost but that row. */
export function makeRowsIn(making: RowsMaking): MakeRows {
  return async function* (units) {
    const underway: Underway[] = []
    let bytes = 0
    const next = async (): Promise<MadeUnit | undefined> => {
      const first = underway.shift()
      bytes -= first?.bytes ?? 0
      return first?.made
    }
    for await (const unit of units) {
      const one = await begin(making, unit)
      underway.push(one)
      bytes += one.bytes
      while (underway.length > AHEAD * making.pool.size || (bytes > AHEAD_BYTES && underway.length > 1)) {
        const made = await next()
        if (made) yield made
      }
    }
    for (let made = await next(); made; made = await next()) yield made
  }
}

async function begin(making: RowsMaking, unit: WantedUnit): Promise<Underway> {
  const examples: PackedExample[] = []
  for (const row of unit.rows) examples.push({ ...(await making.bodyOf(row)), row, edits: making.editsOf(row) })
  const made = makeOne(making, unit, examples)
  // Whoever waits for it hears; until then nobody does, and a row made ahead may fail.
  made.catch(() => undefined)
  return { bytes: examples.reduce((sum, { gzip }) => sum + gzip.length, 0), made }
}

async function makeOne({ pool, source, signal }: RowsMaking, unit: WantedUnit, examples: PackedExample[]): Promise<MadeUnit> {
  try {
    return { unit, made: await pool.ask({ kind: 'row', source, examples }, signal) }
  } catch (error) {
    if (!(error instanceof ThreadEnd)) throw named(error, unit)
    return { unit, made: leftOut(unit, source, error) }
  }
}

/** A failure that names no culprit is the row's. */
function named(error: unknown, { rows: [{ id }] }: WantedUnit): unknown {
  if (!(error instanceof FaultError) || error.fault.culprit !== null || error.fault.kind === 'cancelled') return error
  const { kind, message, remedy } = error.fault
  return fault(kind, `Example ${id}: ${message}`, { culprit: id, ...(remedy === null ? {} : { remedy }), cause: error })
}

/** What a thread could not make is no row; whoever wants none lost is told before anything leaves. */
function leftOut({ rows }: WantedUnit, { plan, template }: MakerSource, { message }: ThreadEnd): MadeRow {
  const text = `Making the row of ${rows.map(({ id }) => id).join(' and ')} ${message}; it is left out.`
  const policy = plan.policies.lost === 'refuse' ? 'lost=refuse' : null
  return {
    rows: [],
    notes: [{ kind: 'left-out', about: template ? 'template' : 'length', policy, messages: [], text }],
    isLeftOut: true,
    tokens: null,
    edits: [],
  }
}
