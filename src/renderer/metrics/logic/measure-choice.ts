import type { Measure } from '../../state/use-measures.ts'

/** True for what can be averaged and binned: numbers, and yes or no as 1 and 0. */
export function isNumeric({ type }: Measure): boolean {
  return type === 'integer' || type === 'real' || type === 'boolean'
}

/** True for a count of tokens of a whole run: what a context window must hold. */
export function isWindowCount({ id, unit, group, type }: Measure): boolean {
  return type === 'integer' && unit === 'tokens' && group === 'tokens' && WINDOW_COUNTS.includes(id)
}

/** What may be compared with a context window; a part of a run, such as its reasoning, may not. */
const WINDOW_COUNTS = ['traj_tokens', 'full_tokens', 'template_tokens_estimate', 'model_tokens']

/** The first of these measures that there is; else the first there is at all. */
export function pickMeasure(measures: readonly Measure[], wanted: readonly string[]): Measure | undefined {
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  return wanted.map((id) => byId.get(id)).find((measure) => measure !== undefined) ?? measures[0]
}

/** A measure in a chooser or a line: the count whose tokenizer a person chooses says by which. */
export function choiceWord({ id, label, encoding }: Measure): string {
  return id === 'model_tokens' && encoding !== undefined ? `${label} (${encoding})` : label
}

/** What a plot's axis says of a measure. */
export function axisOf({ label, unit, type }: Measure): { label: string; unit: string; isInteger: boolean } {
  return { label, unit, isInteger: type !== 'real' }
}
