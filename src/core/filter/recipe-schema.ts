import { z } from 'zod'

/** Fields every step has besides its rule's parameters. */
export const STEP_FIELDS = ['rule', 'enabled'] as const

/** A verdict is a bit a step, and a column holds 63 of them. */
const MOST_STEPS = 60

/** Fields of the file itself. */
export const FILE_FIELDS = ['name', 'description', 'steps'] as const

const stepSchema = z.looseObject(
  {
    rule: z.string({ error: 'every step names its rule, such as "rule: token-limit"' }),
    enabled: z.boolean({ error: 'must be true or false' }).default(true),
  },
  { error: 'a step is a rule with its parameters, such as "- rule: token-limit"' },
)

/** The outer form of a recipe file; parameters are checked by each step's rule. */
export const recipeFileSchema = z.strictObject(
  {
    name: z
      .string({ error: 'must be a text' })
      .trim()
      .min(1, { error: 'must not be empty' })
      .max(100, { error: 'must be at most 100 characters' })
      .optional(),
    description: z.string({ error: 'must be a text' }).default(''),
    steps: z
      .array(stepSchema, { error: 'must be a list of steps, such as "- rule: token-limit"' })
      .min(1, { error: 'is empty; name at least one step, such as "- rule: resolved-label"' })
      .max(MOST_STEPS, { error: `has more than ${MOST_STEPS} steps` }),
  },
  { error: `a recipe is a mapping with ${FILE_FIELDS.join(', ')}` },
)
