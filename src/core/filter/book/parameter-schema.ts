import { z } from 'zod'
import { FaultError, type Json } from '#record'
import { parseExpression } from '../expression/parse-expression.ts'
import type { DeclaredParameter, RuleColumn } from '../types.ts'

const LABELS = 'must be a list of one or more of 1 (resolved), 0 (failed), -1 (unknown), such as [1]'

/** Checks a parameter's value and puts sets in a fixed order, so that order in a file means nothing. */
export function parameterSchema(parameter: DeclaredParameter, columns: readonly RuleColumn[]): z.ZodType<Json> {
  switch (parameter.type) {
    case 'integer':
    case 'real':
      return numberSchema(parameter)
    case 'boolean':
      return z.boolean({ error: 'must be true or false' })
    case 'text':
      return parameter.means === 'condition' ? conditionSchema(columns) : choiceSchema(parameter, 'must be a text')
    case 'measure':
      return choiceSchema(parameter, 'must name a measure')
    case 'text-list':
      return listSchema(parameter)
    case 'label-list':
      return labelSchema()
  }
}

function numberSchema({ type, min, max }: DeclaredParameter): z.ZodType<number> {
  const what = type === 'integer' ? 'a whole number' : 'a number'
  const error = `must be ${what}${rangeOf(min, max)}`
  const fits = (value: number) =>
    (type === 'real' || Number.isSafeInteger(value)) && value >= (min ?? -Infinity) && value <= (max ?? Infinity)
  return z.number({ error }).refine(fits, { error })
}

/** `from 1 to 32,000`, with what there is of it. */
export function rangeOf(min: number | undefined, max: number | undefined): string {
  const from = min === undefined ? '' : ` from ${min.toLocaleString('en-US')}`
  return max === undefined ? from : `${from}${min === undefined ? ' up' : ''} to ${max.toLocaleString('en-US')}`
}

function choiceSchema({ allowed }: DeclaredParameter, otherwise: string): z.ZodType<string> {
  const error = allowed ? `must be one of ${allowed.join(', ')}` : otherwise
  return z.string({ error }).refine((value) => allowed?.includes(value) ?? true, { error })
}

function conditionSchema(columns: readonly RuleColumn[]): z.ZodType<string> {
  return z
    .string({ error: 'must be a condition in quotes, such as "patch_churn > 2000 and test_runs == 0"' })
    .superRefine((text, context) => {
      try {
        parseExpression(text, columns)
      } catch (error) {
        if (!(error instanceof FaultError)) throw error
        context.addIssue({ code: 'custom', message: `cannot be read. ${error.message.replace(/\.$/, '')}` })
      }
    })
}

function listSchema({ allowed, isOrdered }: DeclaredParameter): z.ZodType<string[]> {
  const error = allowed ? `must be a list of any of ${allowed.join(', ')}` : 'must be a list of texts, such as [go, python]'
  const item = z
    .string({ error })
    .trim()
    .min(1, { error })
    .toLowerCase()
    .refine((value) => allowed?.includes(value) ?? true, { error })
  return z.array(item, { error }).transform((values) => {
    const different = [...new Set(values)]
    return isOrdered ? different : different.sort()
  })
}

/** Kept as 1, 0, -1 in that order. */
function labelSchema(): z.ZodType<number[]> {
  const label = z.union([z.literal(1), z.literal(0), z.literal(-1)], { error: LABELS })
  const schema = z.array(label, { error: LABELS }).min(1, { error: LABELS })
  return schema.transform((labels) => [...new Set(labels)].sort((a, b) => b - a))
}
