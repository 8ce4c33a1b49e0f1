import type { Dimension, MeasureInfo } from '#record'

/** What a person asked `winnow stats` for. */
export interface StatsOptions {
  where?: string | undefined
  /** Side by side for what; null is everything together. */
  by: Dimension | null
  /** Context windows typed beside {@link WINDOWS}, in tokens. */
  windows: readonly number[]
  /** Labelled examples a group of the rates must have. */
  least: number
}

/** Context windows always told, in tokens. */
export const WINDOWS = [8_192, 16_384, 32_768, 65_536, 131_072] as const

/** Most windows of one answer. */
export const MOST_WINDOWS = 16

/** The measures of the numeric summary, in its order. */
const SUMMARISED = [
  ...['n_messages', 'steps', 'n_tool', 'calls', 'failed_calls', 'test_runs', 'edits', 'tokens_per_turn'],
  ...['traj_tokens', 'reasoning_tokens', 'full_tokens', 'model_tokens', 'diff_files', 'diff_churn'],
]

/** Measures drawn as histograms. Churn has a tail that would press all else into the first bin. */
const HISTOGRAMS = [
  { measure: 'n_messages', clip: null },
  { measure: 'diff_churn', clip: 0.97 },
  { measure: 'full_tokens', clip: null },
]

/** Token counts whose share within the windows is told. */
const FITTING = ['traj_tokens', 'full_tokens', 'model_tokens']

/** Turns and tokens a turn, as the dataset's paper tells them by harness and thinking mode. */
const TURNS = ['steps', 'tokens_per_turn']

/** Keys of a tally told one by one; the totals count the others too. */
const TALLY_KEYS = 20

/** Everything `winnow stats` asks: one entry a plot of the Metrics screen, each the input of its `stats` call. Only measures there are. */
export function statsQuestions(measures: readonly MeasureInfo[], { where, by, windows, least }: StatsOptions) {
  const selection = where === undefined ? {} : { where }
  const present = (ids: readonly string[]): string[] => ids.filter((id) => measures.some((measure) => measure.id === id))
  const tallies = measures.filter(({ type }) => type === 'tally')
  const sizes = [...new Set([...WINDOWS, ...windows])].sort((a, b) => a - b)
  return {
    overview: { selection },
    summary: { selection, by: by === null ? [] : [by], measures: present(SUMMARISED) },
    languages: { selection, by: ['language' as const], measures: ['n_messages'] },
    rates: {
      byLanguage: { selection, by: ['language' as const], least },
      byHarnessAndModel: { selection, by: ['harness' as const, 'model' as const], least },
    },
    histograms: HISTOGRAMS.map((histogram) => ({ selection, by, ...histogram })),
    density: { selection, x: 'n_messages', y: 'full_tokens', by: 'label' as const, points: 0 },
    windows: FITTING.map((measure) => ({ selection, measure, windows: sizes, by })),
    toolTurns: { selection, by: ['label' as const], measures: ['n_tool'] },
    turns: { selection, by: ['harness' as const, 'thinking' as const], measures: present(TURNS) },
    tallies: tallies.map(({ id }) => ({ selection, tally: id, by, limit: TALLY_KEYS })),
  }
}

/** See {@link statsQuestions}. */
export type StatsQuestions = ReturnType<typeof statsQuestions>
