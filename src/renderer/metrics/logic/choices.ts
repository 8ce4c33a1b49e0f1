import type { Answers } from '../../api/api.ts'
import type { FacetId } from '../../browse/edit-selection.ts'

type Json = Answers['settings']['get']['layout'][string]

/** What groups can stand side by side by: facets all, in the order the header offers them. */
export const DIMENSIONS = ['label', 'outcome', 'harness', 'model', 'language', 'thinking'] as const satisfies readonly FacetId[]

/** See {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number]

/** What a rate may be told by: all but the label, which is what it tells. */
export const RATE_DIMENSIONS: readonly Dimension[] = DIMENSIONS.filter((dimension) => dimension !== 'label')

/** What a person chose on the Metrics screen: remembered, and the same in every workspace. */
export interface Choices {
  /** What everything is compared by; null for one group of all. */
  by: Dimension | null
  /** What the resolution rate is told by. */
  rateBy: Dimension
  /** Labelled examples a rate needs to be told. */
  least: number
  /** The token count of the histogram, the windows and the density. */
  tokens: string
  /** The measure of the free histogram. */
  free: string
  /** The tally of the free counts. */
  tally: string
  /** What tool turns are counted by: tool messages, or turns that call. */
  toolTurns: string
  /** The measure whose percentiles are drawn. */
  percentilesOf: string
  /** Rows of the numeric summary. */
  measures: string[]
  /** Context windows beside the usual ones, in tokens. */
  windows: number[]
  /** Panels folded to their title. */
  folded: string[]
  /** Panels not shown. */
  hidden: string[]
}

/** As it is at first. */
export const FIRST_CHOICES: Choices = {
  by: null,
  rateBy: 'language',
  least: 25,
  tokens: 'traj_tokens',
  free: 'calls',
  tally: 'test_ecosystems',
  toolTurns: 'n_tool',
  percentilesOf: 'traj_tokens',
  measures: ['n_messages', 'steps', 'calls', 'failed_calls', 'traj_tokens', 'full_tokens', 'model_tokens', 'diff_files', 'diff_churn'],
  windows: [],
  folded: [],
  hidden: [],
}

/** Most measures one question may ask of. */
export const MOST_MEASURES = 32

/** Most windows beside the usual ones. */
export const MOST_WINDOWS = 8

/** Reads what was stored, part by part: what is not understood is as at first. */
export function readChoices(stored: unknown): Choices {
  const found: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const text = (part: 'tokens' | 'free' | 'tally' | 'toolTurns' | 'percentilesOf') =>
    typeof found[part] === 'string' && found[part] !== '' ? found[part] : FIRST_CHOICES[part]
  const measures = textsOf(found.measures)?.slice(0, MOST_MEASURES) ?? []
  return {
    by: isDimension(found.by) ? found.by : null,
    rateBy: isDimension(found.rateBy) && RATE_DIMENSIONS.includes(found.rateBy) ? found.rateBy : FIRST_CHOICES.rateBy,
    least: isCount(found.least) ? found.least : FIRST_CHOICES.least,
    tokens: text('tokens'),
    free: text('free'),
    tally: text('tally'),
    toolTurns: text('toolTurns'),
    percentilesOf: text('percentilesOf'),
    measures: measures.length > 0 ? measures : FIRST_CHOICES.measures,
    windows: Array.isArray(found.windows) ? found.windows.filter(isCount).slice(0, MOST_WINDOWS) : [],
    folded: textsOf(found.folded) ?? [],
    hidden: textsOf(found.hidden) ?? [],
  }
}

/** The next thing to compare by: what the key cycles through, "none" among them. */
export function nextDimension(by: Dimension | null): Dimension | null {
  return by === null ? DIMENSIONS[0] : (DIMENSIONS[DIMENSIONS.indexOf(by) + 1] ?? null)
}

/** True for one of {@link DIMENSIONS}. */
export function isDimension(value: unknown): value is Dimension {
  return DIMENSIONS.some((one) => one === value)
}

/** The list with a value put in at its end, or taken out. */
export function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
}

/** As JSON, for the settings. */
export function storedChoices(choices: Choices): Json {
  return { ...choices }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
}

function textsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
}
