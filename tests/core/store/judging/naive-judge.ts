import { createHash } from 'node:crypto'
import type { ChooseStep, Expression, JudgePlan, ShareStep } from '#filter'
import { canonicalOrder } from '../../../../src/core/store/analysis/judging/canonical-order.ts'
import type { Failed, JudgedRow } from './rows.ts'

type Value = string | number | boolean | null
type Naive = Failed & { row: JudgedRow }

/** What a plan says of each row, one after the other and without SQL. */
export function naiveJudge(rows: readonly JudgedRow[], plan: JudgePlan): Record<string, Failed | null> {
  const judged = rows.filter(({ values }) => values !== null).map((row): Naive => ({ row, failed: [], faults: [] }))
  for (const [place, step] of plan.steps.entries()) {
    for (const one of judged) {
      const isFault = step.faults.some((measure) => valueIn(one.row, measure) !== null)
      if (isFault) one.faults.push(place)
      if (isFault || (step.kind === 'drop' && holds(step.when, one.row))) one.failed.push(place)
    }
  }
  for (const place of canonicalOrder(plan)) {
    const step = plan.steps[place]
    const staying = judged.filter(({ failed }) => failed.length === 0)
    if (step?.kind === 'choose') for (const one of tooLate(staying, step)) one.failed.push(place)
    if (step?.kind === 'share') for (const one of tooMany(staying, step)) one.failed.push(place)
  }
  const said = new Map(judged.map(({ row, failed, faults }) => [row.id, { failed: failed.sort((a, b) => a - b), faults }]))
  return Object.fromEntries(rows.map(({ id }) => [id, said.get(id) ?? null]))
}

function tooLate(staying: readonly Naive[], step: ChooseStep): Naive[] {
  const groups = groupsOf(staying, step.per)
  return [...groups].flatMap(([group, members]) => (group === null ? [] : inOrder(members, step).slice(step.most)))
}

function tooMany(staying: readonly Naive[], step: ShareStep): Naive[] {
  const isHeld = (value: Value) => value !== null && (step.only?.includes(String(value)) ?? true)
  const groups = [...groupsOf(staying, step.of)].filter(([value]) => isHeld(value)).map(([, members]) => members)
  const free = staying.length - groups.flat().length
  for (let limit = staying.length; ; limit -= 1) {
    const kept = groups.map(({ length }) => Math.min(length, limit))
    const stays = free + kept.reduce((sum, n) => sum + n, 0)
    const isRight = kept.every((n) => n === 0 || n / stays <= step.most + 1e-9)
    if (isRight) return groups.flatMap((members) => inOrder(members, { prefer: [], seed: step.seed }).slice(limit))
  }
}

function groupsOf(rows: readonly Naive[], column: string): Map<Value, Naive[]> {
  const groups = new Map<Value, Naive[]>()
  for (const one of rows) groups.set(valueIn(one.row, column), [...(groups.get(valueIn(one.row, column)) ?? []), one])
  return groups
}

function inOrder(rows: readonly Naive[], { prefer, seed }: Pick<ChooseStep, 'prefer' | 'seed'>): Naive[] {
  // DuckDB reads the digest as a number whose least byte comes first.
  const chance = ({ row }: Naive) => createHash('md5').update(`${seed}:${row.id}`).digest().reverse().toString('hex')
  return [...rows].sort((a, b) => {
    for (const { column, order } of prefer) {
      const [x, y] = [valueIn(a.row, column), valueIn(b.row, column)]
      if (x === y) continue
      if (x === null || y === null) return x === null ? 1 : -1
      return x < y === (order === 'least') ? -1 : 1
    }
    return chance(a) < chance(b) ? -1 : 1
  })
}

function valueIn(row: JudgedRow, column: string): Value {
  const { id, language, repo, resolved, instanceId: instance_id } = row
  return { id, language, repo, resolved, instance_id, ...row.values }[column] ?? null
}

function holds(condition: Expression, row: JudgedRow): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, row) && holds(condition.right, row)
    case 'or':
      return holds(condition.left, row) || holds(condition.right, row)
    case 'not':
      return !holds(condition.operand, row)
    case 'in':
      return condition.values.some((value) => value === valueIn(row, condition.column))
    case 'compare':
      return compares(valueIn(row, condition.column), condition.operator, condition.value)
    default:
      throw new Error(`${condition.kind} is not among the conditions of these tests`)
  }
}

function compares(value: Value, operator: string, other: Value): boolean {
  if (operator === '==') return value === other
  if (operator === '!=') return value !== other
  if (value === null || other === null) return false
  return operator === '<' ? value < other : value >= other
}
