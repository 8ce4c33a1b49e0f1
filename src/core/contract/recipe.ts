/** Recipes, rules and the funnel, as they cross the contract. */
import { z } from 'zod'
import type { Funnel } from '#record'

export const funnel = z.object({
  total: z.number(),
  kept: z.number(),
  dropped: z.number(),
  steps: z.array(
    z.object({ rule: z.string(), title: z.string(), summary: z.string(), dropped: z.number(), only: z.number(), remaining: z.number() }),
  ),
}) satisfies z.ZodType<Funnel>

export const recipeState = z.object({
  recipe: z.object({
    name: z.string(),
    description: z.string(),
    hash: z.string(),
    text: z.string(),
    steps: z.array(
      z.object({
        rule: z.string(),
        title: z.string(),
        summary: z.string(),
        enabled: z.boolean(),
        parameters: z.record(z.string(), z.json()),
      }),
    ),
  }),
  funnel,
})

export const recipePreview = z.object({ funnel, hash: z.string(), newlyKept: z.number(), newlyDropped: z.number() })

export const ruleInfo = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  help: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), type: z.enum(['integer', 'text', 'text-list', 'label-list']), default: z.json(), help: z.string() }),
  ),
})
