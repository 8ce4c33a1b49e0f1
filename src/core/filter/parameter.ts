import { z } from 'zod'
import type { Json, Resolved } from '#record'
import type { RuleParameter } from './types.ts'

/** A parameter with the schema that checks it; the rule gives it its name. */
export interface ParameterSpec<T extends Json> extends Omit<RuleParameter, 'name' | 'default'> {
  default: T
  schema: z.ZodType<T>
}

/** A whole number inside a range. */
export function integer(spec: { default: number; min: number; max: number; help: string }): ParameterSpec<number> {
  const error = `must be a whole number from ${format(spec.min)} to ${format(spec.max)}`
  const schema = z.number({ error }).int({ error }).min(spec.min, { error }).max(spec.max, { error })
  return { type: 'integer', default: spec.default, help: spec.help, schema }
}

/** One of the texts allowed. */
export function choice(spec: { default: string; allowed: readonly string[]; help: string }): ParameterSpec<string> {
  const error = `must be one of ${spec.allowed.join(', ')}`
  const schema = z.string({ error }).refine((value) => spec.allowed.includes(value), { error })
  return { type: 'text', default: spec.default, help: spec.help, schema }
}

/** A set of texts, compared in lower case; kept sorted so that order in the file means nothing. */
export function textSet(spec: { default: string[]; help: string }): ParameterSpec<string[]> {
  const error = 'must be a list of texts, such as [go, python]'
  const item = z.string({ error }).trim().min(1, { error })
  const schema = z.array(item, { error }).transform((values) => sortedSet(values.map((value) => value.toLowerCase())))
  return { type: 'text-list', default: spec.default, help: spec.help, schema }
}

/** A set of labels with at least one member; kept as 1, 0, -1 in that order. */
export function labelSet(spec: { default: Resolved[]; help: string }): ParameterSpec<Resolved[]> {
  const error = 'must be a list of one or more of 1 (resolved), 0 (failed), -1 (unknown), such as [1]'
  const label = z.union([z.literal(1), z.literal(0), z.literal(-1)], { error })
  const schema = z.array(label, { error }).min(1, { error })
  const sorted = schema.transform((labels) => [...new Set(labels)].sort((a, b) => b - a))
  return { type: 'label-list', default: spec.default, help: spec.help, schema: sorted }
}

function sortedSet(values: string[]): string[] {
  return [...new Set(values)].sort()
}

function format(value: number): string {
  return value.toLocaleString('en-US')
}
