import { z } from 'zod'

/** Fields every step has besides its rule's parameters. */
export const STEP_FIELDS = ['rule', 'enabled'] as const

/** A verdict is a bit a step, and a column holds 63 of them. */
const MOST_STEPS = 60

const RECIPE = 'a recipe'
const FILE_FIELDS = ['name', 'description', 'steps']

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

/** One thing wrong, with its place in the document. */
export interface Problem {
  path: PropertyKey[]
  /** Set when the key itself is wrong, not its value. */
  key?: string
  text: string
}

/** Zod's issues as problems in words. `fields` says whose fields the object has, for keys nobody knows. */
export function problemsOf(
  error: z.ZodError,
  base: PropertyKey[],
  fields: { owner: string; allowed: readonly string[] } = { owner: RECIPE, allowed: FILE_FIELDS },
): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      const allowed = fields.allowed.join(', ')
      return issue.keys.map((key) => ({ path, key, text: `${fields.owner} has no field "${key}"; it takes ${allowed}` }))
    }
    return [{ path, text: subject(issue.path, fields.owner) + issue.message }]
  })
}

/** The field at fault, in front of its message; nothing when the message is about a whole step, or says so itself. */
function subject(path: PropertyKey[], owner: string): string {
  const field = path.findLast((part) => typeof part === 'string')
  if (field === undefined || field === 'rule' || (field === 'steps' && path.length > 1)) return ''
  return owner === RECIPE ? `"${field}" ` : `"${field}" of ${owner} `
}
