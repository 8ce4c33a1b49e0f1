import type { Plan } from './types.ts'

/** What leaves when nothing was chosen: all that the recipe and people keep, as it is, in one file. */
export const FIRST_PLAN: Plan = {
  target: 'trl',
  choice: { selection: {}, queue: null, outcome: 'keep', caps: [], mixture: null, limit: null, seed: 0 },
  splits: null,
  policies: { reasoning: 'as-is', masks: 'take-whole', overlong: 'take', lost: 'take' },
  options: { arguments: 'as-needed', contextLength: null, template: null, withReferencePatch: false, withParquet: false },
}

/** The plan as it was kept; parts of it that are missing or of another kind are as at first. The host looks at the values. */
export function readPlan(stored: unknown): Plan | null {
  if (!isRecord(stored) || typeof stored.target !== 'string') return null
  return {
    target: stored.target as Plan['target'],
    choice: readPart(stored.choice, FIRST_PLAN.choice),
    splits: isRecord(stored.splits) ? (stored.splits as unknown as Plan['splits']) : null,
    policies: readPart(stored.policies, FIRST_PLAN.policies),
    options: readPart(stored.options, FIRST_PLAN.options),
  }
}

function readPart<Part extends object>(stored: unknown, first: Part): Part {
  if (!isRecord(stored)) return first
  const known = Object.entries(stored).filter(([key]) => Object.hasOwn(first, key))
  return { ...first, ...(Object.fromEntries(known) as Partial<Part>) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
