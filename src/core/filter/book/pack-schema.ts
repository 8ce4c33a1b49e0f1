import { z } from 'zod'
import { SEVERITIES } from '#record'

/** Fields of a rule pack's file. */
export const PACK_FIELDS = ['name', 'description', 'rules'] as const

/** Fields of a rule. */
export const RULE_FIELDS = [
  'id',
  'version',
  'title',
  'help',
  'severity',
  'parameters',
  'drop',
  'choose',
  'share',
  'summary',
  'says',
  'check',
  'kinds',
] as const

/** Fields of a parameter. */
export const PARAMETER_FIELDS = ['type', 'default', 'help', 'min', 'max', 'allowed', 'unit', 'means', 'ordered'] as const

/** Fields of `choose`. */
export const CHOOSE_FIELDS = ['per', 'most', 'prefer', 'words', 'seed'] as const

/** Fields of `share`. */
export const SHARE_FIELDS = ['of', 'most', 'only', 'seed'] as const

const TYPES = ['integer', 'real', 'boolean', 'text', 'text-list', 'label-list', 'measure'] as const

const text = z
  .string({ error: 'must be a text' })
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(2_000, { error: 'must be at most 2,000 characters' })

/** How ids are written: they stand in files, addresses and messages. */
const id = z
  .string({ error: 'must be a text' })
  .regex(/^[a-z][a-z0-9-]{0,59}$/, { error: 'must be lower case letters, digits and dashes, such as my-rule' })

const parameterName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'must be lower case letters, digits and underscores' })

const number = z.number({ error: 'must be a number' })

/** A parameter as a pack declares it. */
export const parameterSchema = z.strictObject(
  {
    type: z.enum(TYPES, { error: `must be one of ${TYPES.join(', ')}` }),
    default: z.json({ error: 'must be given' }),
    help: text,
    min: number.optional(),
    max: number.optional(),
    allowed: z.array(text, { error: 'must be a list of texts' }).min(1, { error: 'must not be empty' }).optional(),
    unit: text.optional(),
    means: z.enum(['condition', 'benchmarks'], { error: 'must be condition or benchmarks' }).optional(),
    ordered: z.boolean({ error: 'must be true or false' }).default(false),
  },
  { error: 'a parameter is a mapping with type, default and help' },
)

const variant = z.strictObject({ when: text, text }, { error: 'must be a text, or texts with conditions: {when: CONDITION, text: TEXT}' })
const wordings = z.union(
  [text.transform((one) => [{ when: null, text: one }]), z.array(z.union([text.transform((one) => ({ when: null, text: one })), variant]))],
  { error: 'must be a text, or a list of texts with conditions: {when: CONDITION, text: TEXT}' },
)

const numberOrParameter = z.union([z.number(), z.string().startsWith('$')], { error: 'must be a number or a $parameter' })
const listOrParameter = z.union([z.array(text), z.string().startsWith('$')], { error: 'must be a list of texts or a $parameter' })

const choose = z.strictObject(
  {
    per: text,
    most: numberOrParameter,
    prefer: listOrParameter,
    words: z.record(z.string(), text, { error: 'must be a mapping from words to preferences' }).default({}),
    seed: numberOrParameter,
  },
  { error: `must be a mapping with ${CHOOSE_FIELDS.join(', ')}` },
)
const share = z.strictObject(
  { of: text, most: numberOrParameter, only: listOrParameter.nullable().default(null), seed: numberOrParameter },
  { error: `must be a mapping with ${SHARE_FIELDS.join(', ')}` },
)

/** A rule as a pack writes it; whether it holds together is asked later. */
export const ruleSchema = z.strictObject(
  {
    id,
    version: z
      .number({ error: 'must be a whole number from 1' })
      .int({ error: 'must be a whole number from 1' })
      .min(1, { error: 'must be a whole number from 1' }),
    title: text,
    help: text,
    severity: z.enum(SEVERITIES, { error: `must be one of ${SEVERITIES.join(', ')}` }),
    parameters: z.record(parameterName, parameterSchema, { error: 'must be a mapping from names to parameters' }).default({}),
    drop: text.optional(),
    choose: choose.optional(),
    share: share.optional(),
    summary: wordings.optional(),
    says: wordings,
    check: text.optional(),
    kinds: z.array(z.union([text, variant], { error: 'must be kinds of evidence' }), { error: 'must be a list of kinds' }).optional(),
  },
  { error: `a rule is a mapping with ${RULE_FIELDS.join(', ')}` },
)

/** The outer form of a pack; its rules are checked one by one, so that a wrong one costs no other. */
export const packSchema = z.strictObject(
  {
    name: id.optional(),
    description: z.string({ error: 'must be a text' }).default(''),
    rules: z
      .array(z.looseObject({}, { error: 'must be rules, such as "- id: my-rule"' }), {
        error: 'must be a list of rules, such as "- id: my-rule"',
      })
      .max(500, { error: 'has more than 500 rules' }),
  },
  { error: `a rule pack is a mapping with ${PACK_FIELDS.join(', ')}` },
)

/** A rule that has the right form. */
export type WrittenRule = z.infer<typeof ruleSchema>
/** A parameter that has. */
export type WrittenParameter = z.infer<typeof parameterSchema>
