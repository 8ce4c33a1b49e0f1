/** Recipes, rules and the funnel, as they cross the contract. */
import { z } from 'zod'
import { type Funnel, type RuleInsight, SEVERITIES } from '#record'
import { text } from './common.ts'
import { reason } from './example-row.ts'
import { share } from './stats.ts'

export const funnel = z.object({
  total: z.number(),
  kept: z.number(),
  dropped: z.number(),
  steps: z.array(
    z.object({
      key: z.string(),
      rule: z.string(),
      title: z.string(),
      summary: z.string(),
      severity: z.enum(SEVERITIES),
      dropped: z.number(),
      only: z.number(),
      failing: z.number(),
      faults: z.number(),
      remaining: z.number(),
    }),
  ),
  overlap: z.array(z.array(z.number())),
}) satisfies z.ZodType<Funnel>

export const recipeState = z.object({
  recipe: z.object({
    name: z.string(),
    description: z.string(),
    hash: z.string(),
    text: z.string(),
    steps: z.array(
      z.object({
        /** See `FunnelStep.key`. */
        key: z.string(),
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

/** What a draft would do. The examples it moves can be selected by `moved` until the next preview, or until a recipe is applied. */
export const recipePreview = z.object({
  funnel,
  hash: z.string(),
  newlyKept: z.number(),
  newlyDropped: z.number(),
  /** The first of those that would be dropped, in id order, a few, and why by the draft. */
  leaving: z.array(z.object({ id: z.string(), reasons: z.array(reason) })),
})

export const ruleParameter = z.object({
  name: z.string(),
  type: z.enum(['integer', 'real', 'boolean', 'text', 'text-list', 'label-list', 'measure']),
  default: z.json(),
  help: z.string(),
  /** Of a number. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Of a text, a list or a measure: what it may be; absent where it is free. */
  allowed: z.array(z.string()).optional(),
})

export const ruleInfo = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  /** What it means, for people. */
  help: z.string(),
  severity: z.enum(SEVERITIES),
  /** Name of the rule pack it comes from. */
  pack: z.string(),
  /** `drop` asks each example alone; `choose` and `share` choose among what those leave. */
  kind: z.enum(['drop', 'choose', 'share']),
  /** The condition, as the pack writes it. */
  when: text,
  /** The check whose findings it shows. */
  check: text,
  parameters: z.array(ruleParameter),
})

export const ruleInsight = z.object({
  key: z.string(),
  failing: z.number(),
  decided: z.number(),
  overridden: z.number(),
  precision: share,
  byLanguage: z.array(z.object({ key: z.string(), failing: z.number(), of: z.number() })),
  byHarness: z.array(z.object({ key: z.string(), failing: z.number(), of: z.number() })),
  examples: z.array(
    z.object({ id: z.string(), instanceId: text, repo: text, text: z.string(), decision: z.enum(['accept', 'reject']).nullable() }),
  ),
}) satisfies z.ZodType<RuleInsight>
