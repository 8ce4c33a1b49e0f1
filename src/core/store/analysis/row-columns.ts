import { DuckDBListValue, DuckDBStructValue, type DuckDBValue } from '@duckdb/node-api'
import type { ExampleRow, MeasureInfo, MeasureValue, MeasureValues, Reason } from '#record'
import { type Columns, INDEX_KEYS, type InForce, measureColumn, quote, TALLY_AMOUNT_COLUMNS } from './columns.ts'
import { placesIn } from './judging/bits.ts'
import { faultsOf } from './judging/plan-in-force.ts'

/** Columns behind the index's and before what failed. */
const STATE = [
  ...(['verdict', 'outcome', 'decision', 'decisionReason', 'note', 'reviewer', 'isStale'] as const),
  ...(['isFlagged', 'isDisputed', 'maskedMessages', 'isCut', 'redactions', 'isMeasured'] as const),
] as const

/** Lists of texts, behind those. */
const LISTS = ['tags', 'decidedBy'] as const

/** What a line begins with, under its name in an ExampleRow. */
const PLAIN = [...INDEX_KEYS, ...STATE]

const MEASURED_PLACE = PLAIN.indexOf('isMeasured')

/** What of a row's values is read. */
export interface RowOptions {
  /** `values` carry each tally as JSON text; they are left out otherwise. */
  tallies?: boolean
  /** `values` carry these measures alone; those there are not are left out. Such rows have no reasons, which are told from values. */
  measures?: readonly string[]
}

/** The select list of a whole row, as {@link rowReader} reads it. Needs the joins. */
export function rowColumns(columns: Columns, options: RowOptions = {}): string {
  return [
    ...INDEX_KEYS.map((key) => `e.${quote(key)}`),
    ...STATE.map((name) => columns.find(name).sql),
    ...LISTS.map((name) => `s.${quote(name)}`),
    'e.failed',
    ...told(columns.measures, options).map(({ id }) => `e.${measureColumn(id)}`),
  ].join(', ')
}

/** What a row carries: lists cost much and are seldom wanted, and what no person and no reason reads costs more than all other texts. */
function told(measures: readonly MeasureInfo[], { tallies = false, measures: only }: RowOptions): MeasureInfo[] {
  return measures.filter((info) => (tallies || info.type !== 'tally') && (only?.includes(info.id) ?? !isForStoreAlone(info)))
}

/** Sketches: internal, and of no check, whose faults are internal too. */
function isForStoreAlone({ isInternal = false, check }: MeasureInfo): boolean {
  return isInternal && check === undefined
}

/** Reads lines of {@link rowColumns} as ExampleRows. */
export function rowReader(
  { measures, inForce }: Pick<Columns, 'measures' | 'inForce'>,
  options: RowOptions = {},
): (line: readonly DuckDBValue[]) => ExampleRow {
  const carried = told(measures, options)
  const rowOf = objectReader<ExampleRow>([...PLAIN, ...LISTS, 'reasons', 'values'])
  const valuesOf = objectReader<MeasureValues>(carried.map(({ id }) => id))
  return (line) => {
    const plain = line.slice(0, PLAIN.length)
    const lists = line.slice(PLAIN.length, PLAIN.length + LISTS.length).map((list) => itemsOf(list ?? undefined))
    const [failed, ...values] = line.slice(PLAIN.length + LISTS.length)
    const isMeasured = line[MEASURED_PLACE] === true
    const row = rowOf([
      ...plain,
      ...lists,
      [],
      isMeasured ? valuesOf(carried.map((measure, place) => valueIn(measure, values[place]))) : {},
    ])
    if (!options.measures) row.reasons = reasonsFor(row, placesIn(failed), inForce)
    return row
  }
}

function reasonsFor(row: ExampleRow, failed: readonly number[], { plan, tell }: InForce): Reason[] {
  return failed.length === 0 ? [] : tell(row, failed, faultsOf(plan, row, failed))
}

/**
 * Makes objects with these keys of values in their order. An object that is given its keys one by one, or out of another and some more, becomes a
 * hash table, which takes ten times as long to make; copies of one that was parsed share its shape.
 */
function objectReader<T extends object>(keys: readonly (keyof T & string)[]): (values: readonly unknown[]) => T {
  const blank = JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:null`).join(',')}}`) as T
  return (values) => {
    const made: T = { ...blank }
    keys.forEach((key, place) => {
      made[key] = values[place] as T[typeof key]
    })
    return made
  }
}

function valueIn(measure: MeasureInfo, value: DuckDBValue | undefined): MeasureValue {
  return value instanceof DuckDBStructValue ? tallyJson(value, measure) : ((value ?? null) as MeasureValue)
}

/** `{"bash":{"calls":12,"failed":1}}`, written out: in an object a key such as `__proto__` would get lost, and `7` would come first. */
function tallyJson({ entries }: DuckDBStructValue, { amounts = [] }: MeasureInfo): string {
  const counted = amounts.map(({ id }, place) => ({ id, list: itemsOf(entries[TALLY_AMOUNT_COLUMNS[place] ?? '']) }))
  const texts = itemsOf(entries.key).map((key, at) => {
    const told = counted.map(({ id, list }) => [id, list[at] ?? null])
    return `${JSON.stringify(key)}:${JSON.stringify(Object.fromEntries(told))}`
  })
  return `{${texts.join(',')}}`
}

function itemsOf(list: DuckDBValue | undefined): readonly DuckDBValue[] {
  return list instanceof DuckDBListValue ? list.items : []
}
