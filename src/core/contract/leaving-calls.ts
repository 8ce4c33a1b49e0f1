/** The calls about what leaves: exports, what trainers see of them, pushes to the Hub and reports. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base } from './base.ts'
import * as s from './schemas.ts'

export const exportCalls = {
  targets: base.output(z.array(s.exportTarget)),
  /** What would leave and why, before anything is written. */
  preview: base.input(s.exportPlan).output(s.exportPreview),
  /**
   * Writes an export. `expected` is the `chosenHash` of a preview: `conflict` when something else would leave by now; absent, what stands now leaves.
   */
  run: base.input(s.exportPlan.extend({ out: z.string().min(1), expected: z.string().optional() })).output(eventIterator(s.exportEvent)),
  /** Holds an export's folder against its manifest and, where this workspace made it, against the workspace. */
  verify: base.input(z.object({ dir: z.string().min(1) })).output(eventIterator(s.verifyEvent)),
  /** The dataset card in an export's folder, the first megabyte of it; null without one. `bad-input` for a folder that is no export of Winnow's. */
  card: base.input(z.object({ dir: z.string().min(1) })).output(z.object({ text: z.string().nullable() })),
  /** Exports made before, newest first. */
  history: base.output(z.array(s.exportRecord)),
}

export const trainerCalls = {
  /** An example as the trainer of a target reads it. */
  view: base.input(s.trainerInput).output(s.trainerView),
  /** Chat templates taken into this workspace, newest first. */
  templates: base.output(z.array(s.templateInfo)),
  /** Takes one in: a `.jinja` file, a `tokenizer_config.json`, or the folder of a model that has one. Its text is copied. */
  take: base.input(z.object({ path: z.string().min(1) })).output(s.templateInfo),
  forget: base.input(z.object({ id: z.string() })).output(z.object({ removed: z.boolean() })),
}

export const pushCalls = {
  /** An address of the token's owner for an export's folder; null without a token, or when the Hub does not answer. */
  suggest: base.input(z.object({ dir: z.string().min(1) })).output(z.object({ to: z.string().nullable() })),
  /** Looks at what would leave for the Hub, secrets first; sends nothing of it. */
  plan: base.input(s.pushInput).output(eventIterator(s.pushPlanEvent)),
  /** Sends it, as one commit. Cancelled or killed, what was sent is not sent again by the next. */
  run: base.input(s.pushOptions).output(eventIterator(s.pushEvent)),
}

/** One self-contained HTML file: no script, nothing fetched, safe to mail. */
export const reportCall = base.input(s.reportInput).output(s.report)
