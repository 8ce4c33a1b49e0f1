import type { ExportSummary } from '../summary.ts'

/** Context lengths are set in such steps. */
const STEP = 1_024
/** Of rows that were counted without a template. */
const ROOM = 1.125
/** Where nothing counted the rows: what agents' runs mostly fit into. */
const UNKNOWN = 65_536

/** Tokens a trainer should read of a row, and where the number is from, as a sentence without its full stop. */
export function contextLength({ plan, tokens }: Pick<ExportSummary, 'plan' | 'tokens'>): { tokens: number; from: string } {
  if (plan.options.contextLength !== null) return { tokens: plan.options.contextLength, from: 'as the export was asked for' }
  if (tokens === null || tokens.longest === 0) return { tokens: UNKNOWN, from: 'a guess: nothing counted these rows' }
  const longest = `the longest row has ${tokens.longest.toLocaleString('en-US')} tokens by ${tokens.encoding}`
  // Rows that the target renders are counted as the trainer does; others without what a template adds, and by another tokenizer maybe.
  const isRendered = tokens.trained !== null
  return {
    tokens: Math.ceil((tokens.longest * (isRendered ? 1 : ROOM)) / STEP) * STEP,
    from: isRendered ? `${longest}, rounded up` : `${longest}, and an eighth more for what a template adds`,
  }
}
