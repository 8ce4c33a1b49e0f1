import type { ExampleRow, Json } from '#record'
import { parseExpression } from '../expression/parse-expression.ts'
import type { ExpressionParameters } from '../expression/scope.ts'
import type { BenchmarkList, DeclaredParameter, ExpressionParameter, Parameters, Rule, RuleBook } from '../types.ts'
import { cellOf } from './cell-of.ts'

/** What a rule is read with. */
export type BookOf = Pick<RuleBook, 'columns' | 'groups' | 'lists'>

/**
 * What `$name` stands for with these parameters. A measure has its id under `$name.name`; a condition its text under `$name.text`; benchmarks have what
 * they list under `$name.tasks` and `$name.repositories`.
 */
export function valuesOf({ parameters: declared }: Pick<Rule, 'parameters'>, given: Parameters, book: BookOf): ExpressionParameters {
  return Object.fromEntries(declared.flatMap((parameter) => valuesOfOne(parameter, given[parameter.name] ?? null, book)))
}

function valuesOfOne({ name, type, means }: DeclaredParameter, value: Json, book: BookOf): [string, ExpressionParameter][] {
  if (Array.isArray(value)) {
    const list: [string, ExpressionParameter] = [
      name,
      { kind: 'list', values: value.filter((one) => typeof one === 'string' || typeof one === 'number') },
    ]
    if (means !== 'benchmarks') return [list]
    const named = benchmarksNamed(value, book)
    return [
      [name, { kind: 'list', values: named.map((one) => one.name), fitting: fittingOf(named) }],
      [`${name}.tasks`, { kind: 'list', values: [...new Set(named.flatMap(({ tasks }) => tasks))] }],
      [`${name}.repositories`, { kind: 'list', values: [...new Set(named.flatMap(({ repositories }) => repositories))] }],
    ]
  }
  if (value === null || typeof value === 'object') return []
  if (type === 'measure')
    return [
      [name, { kind: 'column', column: String(value) }],
      [`${name}.name`, { kind: 'value', value }],
    ]
  if (means === 'condition')
    return [
      [name, { kind: 'condition', expression: parseExpression(String(value), book.columns) }],
      [`${name}.text`, { kind: 'value', value }],
    ]
  return [[name, { kind: 'value', value }]]
}

/** Names of the lists with a row's task; where none has it, of those with its repository. */
function fittingOf(lists: readonly BenchmarkList[]): (row: ExampleRow) => string[] {
  const sets = lists.map(({ name, tasks, repositories }) => ({ name, tasks: new Set(tasks), repositories: new Set(repositories) }))
  return (row) => {
    const [task, repo] = [cellOf(row, 'task_key'), row.repo?.toLowerCase() ?? '']
    const ofTask = sets.filter(({ tasks }) => typeof task === 'string' && tasks.has(task))
    return (ofTask.length > 0 ? ofTask : sets.filter(({ repositories }) => repositories.has(repo))).map(({ name }) => name)
  }
}

/** The lists a parameter names; without names all of them. */
export function benchmarksNamed(names: readonly Json[], { lists }: BookOf): readonly BenchmarkList[] {
  return names.length === 0 ? lists : lists.filter(({ name }) => names.includes(name))
}
