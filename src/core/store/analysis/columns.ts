import type { TellReasons } from '#filter'
import { type ExampleIndex, fault, type MeasureInfo, type MeasureType } from '#record'
import type { PlanInForce } from './judging/plan-in-force.ts'

/** A column a sort or a condition may name. */
export interface Column {
  /** As people write it. */
  id: string
  type: MeasureType
  /** The SQL that gives it, over the aliases e and s. */
  sql: string
  /** What has the same order and takes less to sort by; default `sql`. */
  order?: string
  /** It lives in the standings, which must be joined. */
  isJoined: boolean
}

/** How the columns of {@link ExampleIndex} are stored: in this order, under these names. */
export const INDEX_TYPES = {
  id: 'text',
  sourceId: 'text',
  file: 'text',
  row: 'integer',
  shape: 'text',
  contentHash: 'text',
  instanceId: 'text',
  trajectoryId: 'text',
  repo: 'text',
  license: 'text',
  language: 'text',
  harness: 'text',
  model: 'text',
  teacherModel: 'text',
  resolved: 'integer',
  category: 'text',
  hfDataset: 'text',
} as const satisfies Record<keyof ExampleIndex, MeasureType>

/** Keys of {@link ExampleIndex}, in stored order. */
export const INDEX_KEYS = Object.keys(INDEX_TYPES) as (keyof ExampleIndex)[]

/** `decision ?? verdict` of these columns, as `outcomeOf` has it. */
export function outcomeSql(decision: string, verdict: string): string {
  return `CASE ${decision} WHEN 'accept' THEN 'keep' WHEN 'reject' THEN 'drop' ELSE ${verdict} END`
}

/** Null until a row is judged; kept when it failed no step. */
export const IS_KEPT = '(e.failed = 0)'

/** Of edits, which are not applied to other bytes than they are about; '' is of a row that nobody has seen whole. */
function appliedSql(edit: string, none: string): string {
  return `CASE WHEN e."contentHash" IN (s."editedHash", '') THEN coalesce(${edit}, ${none}) ELSE ${none} END`
}

/** The verdict of {@link IS_KEPT}. */
export function verdictSql(isKept: string): string {
  return `CASE ${isKept} WHEN true THEN 'keep' WHEN false THEN 'drop' END`
}

const VERDICT: Column = { id: 'verdict', type: 'text', sql: verdictSql(IS_KEPT), order: IS_KEPT, isJoined: false }

const JOINED: readonly Column[] = [
  { id: 'decision', type: 'text', sql: 's.decision', isJoined: true },
  {
    id: 'outcome',
    type: 'text',
    sql: outcomeSql('s.decision', VERDICT.sql),
    order: `CASE s.decision WHEN 'accept' THEN true WHEN 'reject' THEN false ELSE ${IS_KEPT} END`,
    isJoined: true,
  },
  { id: 'decision_reason', type: 'text', sql: 's.reason', isJoined: true },
  { id: 'note', type: 'text', sql: 's.note', isJoined: true },
  { id: 'reviewer', type: 'text', sql: 's.reviewer', isJoined: true },
  {
    id: 'is_stale',
    type: 'boolean',
    // Any one opinion about other bytes asks for another look. An empty hash is of a row that nobody has seen whole.
    sql: `coalesce(e."contentHash" <> '' AND NOT list_has_all([e."contentHash", ''], s.hashes), false)`,
    isJoined: true,
  },
  { id: 'tags', type: 'text', sql: `coalesce(array_to_string(s.tags, ', '), '')`, isJoined: true },
  { id: 'decided_by', type: 'text', sql: `coalesce(array_to_string(s."decidedBy", ', '), '')`, isJoined: true },
  { id: 'is_flagged', type: 'boolean', sql: 'coalesce(s."isFlagged", false)', isJoined: true },
  { id: 'is_disputed', type: 'boolean', sql: 'coalesce(s."isDisputed", false)', isJoined: true },
  { id: 'masked_messages', type: 'integer', sql: appliedSql('s."maskedMessages"', '0'), isJoined: true },
  { id: 'is_cut', type: 'boolean', sql: appliedSql('s."isCut"', 'false'), isJoined: true },
  { id: 'redactions', type: 'integer', sql: appliedSql('s.redactions', '0'), isJoined: true },
]

const INDEXED: readonly Column[] = INDEX_KEYS.map((key) => ({
  id: snakeCase(key),
  type: INDEX_TYPES[key],
  sql: `e.${quote(key)}`,
  isJoined: false,
}))

const MEASURED: Column = { id: 'is_measured', type: 'boolean', sql: 'e."isMeasured"', isJoined: false }

/** Which examples are duplicates of one another; null of one that was not compared. */
export const GROUPS: readonly Column[] = [
  { id: 'issue_group', type: 'text', sql: 'e."issueGroup"', isJoined: false },
  { id: 'patch_group', type: 'text', sql: 'e."patchGroup"', isJoined: false },
]

const STANDARD: readonly Column[] = [...INDEXED, MEASURED, ...GROUPS, VERDICT, ...JOINED]

/** How the lists of a tally's amounts are called in its column, in their order, beside `key`; the layout of it is in schema.ts. */
export const TALLY_AMOUNT_COLUMNS: readonly string[] = ['a', 'b', 'c']

/** Columns every workspace has, beside its measures: what a condition may name. Those that are joined say what people decided. */
export const INDEX_COLUMNS: readonly Pick<Column, 'id' | 'type' | 'isJoined'>[] = STANDARD.map(({ id, type, isJoined }) => ({
  id,
  type,
  isJoined,
}))

/** An identifier as SQL. */
export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

/** Name of a measure's column: prefixed, because a measure may be called like a column of the index. */
export function measureColumn(id: string): string {
  return quote(`m:${id}`)
}

/** The recipe verdicts were given by, as far as questions are told by it. */
export interface InForce {
  plan: PlanInForce | null
  tell: TellReasons
}

/** Every column a workspace with these measures has, and what `failed` means in it. */
export class Columns {
  readonly #byName: Map<string, Column>
  readonly inForce: InForce
  readonly measures: readonly MeasureInfo[]

  constructor(measures: readonly MeasureInfo[], plan: PlanInForce | null = null) {
    this.measures = measures
    this.inForce = { plan: plan && withKnownFaults(plan, measures), tell: () => [] }
    const measured = measures.map(measureOf)
    // The index is told last, so that its columns win over measures of the same name, as conditions read them.
    this.#byName = new Map([...measured, ...STANDARD].map((column) => [column.id, column]))
  }

  /**
   * A column by its name, `instance_id` or `instanceId`.
   *
   * @throws FaultError `bad-input` naming the columns there are
   */
  find(name: string): Column {
    const column = this.#byName.get(name) ?? this.#byName.get(snakeCase(name))
    if (column) return column
    throw unknown('column', name, [...this.#byName.keys()])
  }

  /**
   * The column of a measure that holds numbers.
   *
   * @throws FaultError `bad-input` naming the measures there are
   */
  numeric(id: string): Column {
    const { type } = this.#measure('measure with numbers', id, ['integer', 'real'])
    return measureOf({ id, type })
  }

  /**
   * The same of one that holds numbers or booleans, which count as 0 and 1.
   *
   * @throws FaultError `bad-input` naming the measures there are
   */
  countable(id: string): Column {
    const { type } = this.#measure('measure with numbers', id, ['integer', 'real', 'boolean'])
    const column = measureOf({ id, type })
    return type === 'boolean' ? { ...column, sql: `${column.sql}::INTEGER::DOUBLE` } : column
  }

  /**
   * The column of a tally, with how many amounts its entries have.
   *
   * @throws FaultError `bad-input` naming the tallies there are
   */
  tally(id: string): Column & { amounts: number } {
    const { type, amounts = [] } = this.#measure('tally', id, ['tally'])
    return { ...measureOf({ id, type }), amounts: amounts.length }
  }

  /** What is known of a measure that this workspace may do without: NULL then. */
  optional(id: string): { sql: string } {
    const found = this.measures.find((info) => info.id === id)
    return found ? measureOf(found) : { sql: 'NULL::DOUBLE' }
  }

  #measure(what: string, id: string, types: readonly MeasureType[]): MeasureInfo {
    const fitting = this.measures.filter(({ type }) => types.includes(type))
    const found = fitting.find((info) => info.id === id)
    if (found) return found
    throw unknown(
      what,
      id,
      fitting.map((info) => info.id),
    )
  }
}

/** A check that is no more has no column. */
function withKnownFaults({ hash, steps }: PlanInForce, measures: readonly MeasureInfo[]): PlanInForce {
  const known = new Set(measures.map(({ id }) => id))
  return { hash, steps: steps.map((step) => ({ ...step, faults: step.faults.filter((id) => known.has(id)) })) }
}

/** Whole numbers are reckoned with as doubles: a sum or product of those that are stored must not run over. */
function measureOf({ id, type }: Pick<MeasureInfo, 'id' | 'type'>): Column {
  const stored = `e.${measureColumn(id)}`
  return { id, type, sql: type === 'integer' ? `${stored}::DOUBLE` : stored, order: stored, isJoined: false }
}

function unknown(what: string, name: string, allowed: string[]) {
  const there = allowed.length === 0 ? 'There are none here.' : `There are ${allowed.join(', ')}.`
  return fault('bad-input', `There is no ${what} "${name}". ${there}`, { culprit: name, remedy: 'Use one of these.' })
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
