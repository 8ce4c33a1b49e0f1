import { z } from 'zod'
import type { Parameters, Rule, RuleColumn } from '../types.ts'
import { parameterSchema } from './parameter-schema.ts'

/** Checks a step's parameters, fills in defaults and puts sets in a fixed order. */
export function stepSchema({ parameters }: Rule, columns: readonly RuleColumn[]): z.ZodType<Parameters> {
  // A default goes through the schema as well, so that it comes out in the same order as when it is written down.
  const shape = Object.fromEntries(
    parameters.map((parameter) => [parameter.name, parameterSchema(parameter, columns).prefault(parameter.default)]),
  )
  return z.strictObject(shape)
}
