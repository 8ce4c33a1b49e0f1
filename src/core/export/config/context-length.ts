import type { ExportSummary } from '../summary.ts'

/** Context lengths are set in such steps. */
const STEP = 1_024
/** Where nothing counted the rows: what agents' runs mostly fit into. */
const UNKNOWN = 65_536

/** Tokens a trainer should read of a row, and where the number is from, as a sentence without its full stop. */
export function contextLength({ plan, tokens }: Pick<ExportSummary, 'plan' | 'tokens'>): { tokens: number; from: string } {
  if (plan.options.contextLength !== null) return { tokens: plan.options.contextLength, from: 'as the export was asked for' }
  if (tokens === null || tokens.longest === 0) return { tokens: UNKNOWN, from: 'a guess: nothing counted these rows' }
  const longest = `${tokens.longest.toLocaleString('en-US')} tokens by ${tokens.encoding}`
  return { tokens: Math.ceil(tokens.longest / STEP) * STEP, from: `the longest row has ${longest}, rounded up` }
}
