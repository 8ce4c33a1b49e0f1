import { z } from 'zod'
import type { ExampleRow, Json } from '#record'
import type { ParameterSpec } from './parameter.ts'
import type { Expression, Parameters, Rule } from './types.ts'

type Specs = Record<string, ParameterSpec<Json>>
type Values<S extends Specs> = { [K in keyof S]: S[K] extends ParameterSpec<infer T> ? T : never }

/** A rule as its file writes it: parameters typed by their specs, findings as bare sentences. */
export interface RuleDefinition<S extends Specs> {
  id: string
  version: number
  title: string
  help: string
  parameters: S
  /** The measures `check` reads. */
  measures(parameters: Values<S>): readonly string[]
  summarize(parameters: Values<S>): string
  /** The condition for which it drops an example. */
  when(parameters: Values<S>): Expression
  /** Why the example fails, one sentence a finding; null when it passes. */
  check(row: ExampleRow, parameters: Values<S>): string | null
}

/** Makes a {@link Rule} of a definition: one schema from its parameter specs, findings stamped with id and version. */
export function defineRule<S extends Specs>(definition: RuleDefinition<S>): Rule {
  const { id, version, title, help } = definition
  const specs = Object.entries(definition.parameters)
  const shape = Object.fromEntries(specs.map(([name, spec]) => [name, spec.schema.default(spec.default)]))
  // The schema has checked the parameters when a recipe was parsed; once for all rows, so not again here.
  const typed = (parameters: Parameters) => parameters as Values<S>
  return {
    id,
    version,
    title,
    help,
    parameters: specs.map(([name, spec]) => ({ name, type: spec.type, default: spec.default, help: spec.help })),
    schema: z.strictObject(shape),
    measures: (parameters) => definition.measures(typed(parameters)),
    summarize: (parameters) => definition.summarize(typed(parameters)),
    when: (parameters) => definition.when(typed(parameters)),
    evaluate: (row, parameters) => {
      const text = definition.check(row, typed(parameters))
      return text === null ? [] : [{ rule: id, version, text, messageIndex: null }]
    },
  }
}
