import type { Fault, Rejection } from '#record'
import type { TextBatch, TextRow } from '#source'
import { type ReadRow, toRead } from '../measure-rows.ts'
import { type Adding, jobOf } from './adding.ts'
import { failureOf, prepareAhead } from './prepare-ahead.ts'
import type { Unit } from './unit.ts'

/** A part of one unit on its way into the workspace. */
export interface ReadStep {
  unit: Unit
  items: (ReadRow | Rejection)[]
  /** Rows met that are stored already. */
  passed: number
  /** The row after the last one met. */
  nextRow: number
  /** Nothing more of this unit comes. */
  isLast: boolean
  /** The end of the file was met. */
  isFileEnd: boolean
  /** Why the file gave up; null while it did not. */
  failure: Fault | null
}

/** Units brought ahead of the one being read. */
const AHEAD = 4

/** Every unit in turn, batch by batch; the next ones are on their way meanwhile. */
export async function* readUnits(adding: Adding, units: AsyncIterable<Unit> | Iterable<Unit>): AsyncGenerator<ReadStep> {
  const { opened, signal } = adding
  const prepare = async (unit: Unit, stop: AbortSignal): Promise<void> => {
    // What is left early is fetched as it is read: the whole file may be a thousand times what is wanted of it.
    if (unit.limit === null && !isEmpty(unit)) await opened.prepare(jobOf(adding, unit.file, unit.wanted), stop)
  }
  for await (const { item: unit, failure } of prepareAhead(units, prepare, { ahead: AHEAD, signal })) {
    if (adding.failed.has(unit.file.path)) continue
    adding.progress.file = unit.file.path
    if (failure) yield givenUp(unit, failure)
    else yield* readUnit(unit, adding)
  }
}

function isEmpty({ wanted }: Unit): boolean {
  return 'spans' in wanted && wanted.spans.length === 0
}

function givenUp(unit: Unit, failure: Fault): ReadStep {
  return { unit, items: [], passed: 0, nextRow: 0, isLast: true, isFileEnd: false, failure }
}

async function* readUnit(unit: Unit, adding: Adding): AsyncGenerator<ReadStep> {
  if (isEmpty(unit)) {
    yield { unit, items: [], passed: 0, nextRow: 0, isLast: true, isFileEnd: true, failure: null }
    return
  }
  try {
    yield* stepsOf(adding.reader.read(jobOf(adding, unit.file, unit.wanted), adding.signal), unit)
  } catch (error) {
    adding.signal.throwIfAborted()
    yield givenUp(unit, failureOf(error, unit.file.path))
  }
}

async function* stepsOf(batches: AsyncIterable<TextBatch>, unit: Unit): AsyncGenerator<ReadStep> {
  let left = unit.limit ?? Number.POSITIVE_INFINITY
  let nextRow = 'fromRow' in unit.wanted ? unit.wanted.fromRow : 0
  for await (const batch of batches) {
    const met = upTo(batch.items, left)
    const isCut = met.length < batch.items.length
    const items = met.filter((item) => isRejection(item) || !unit.stored.has(item.ref.row))
    for (const { ref } of met) nextRow = Math.max(nextRow, ref.row + 1)
    left -= met.filter((item) => !isRejection(item)).length
    const isFileEnd = batch.isLast && !isCut
    const isLast = isFileEnd || left <= 0
    yield { unit, items: items.map(toRead), passed: met.length - items.length, nextRow, isLast, isFileEnd, failure: null }
    if (isLast) return
  }
}

/** Items up to the row that makes `limit` of them; rejections are not counted. */
function upTo(items: TextBatch['items'], limit: number): TextBatch['items'] {
  let rows = 0
  const end = items.findIndex((item) => !isRejection(item) && ++rows > limit)
  return end < 0 ? items : items.slice(0, end)
}

function isRejection(item: TextRow | Rejection): item is Rejection {
  return 'reason' in item
}
