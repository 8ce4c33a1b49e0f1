/** Numbers over many examples: what every plot draws and `winnow stats` prints. */

/**
 * A share with its 95 % interval by Wilson's score (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 1927). Rate and limits are 0 to 1, null of nothing.
 */
export interface Share {
  n: number
  hits: number
  rate: number | null
  low: number | null
  high: number | null
}

/** One measure over one group. Exact; `std` is of a sample (n - 1), null for fewer than two values; all but `count` null without values. */
export interface SummaryCell {
  /** Examples with a value. */
  count: number
  mean: number | null
  std: number | null
  min: number | null
  max: number | null
  /** One for each of {@link PERCENTILES}. */
  percentiles: number[] | null
}

/** The examples alike in the dimensions asked for. Groups come most examples first, ties by key, at most {@link MOST_GROUPS}. */
export interface Group {
  /** Values of the dimensions in their order, '' for none; `[]` is everything. */
  keys: string[]
}

/** Groups told in one answer at most; `groupsLeftOut` counts the rest. */
export const MOST_GROUPS = 24

/** The figures at the head of the Metrics screen. */
export interface Overview {
  /** Of the selection, measured or not. */
  examples: number
  measured: number
  /** Of examples with a label, those resolved. */
  resolved: Share
  /** Of `traj_tokens`. */
  medianTokens: number | null
  /** Of `n_messages`. */
  medianMessages: number | null
  /** Of all tool calls, those that failed. */
  failedCalls: Share
  /** Of examples that edit, those whose tests ran after (or in) the last edit. */
  testedAfterLastEdit: Share
}

/** Measures over groups: the numeric summary, and the percentiles. */
export interface Summary {
  /** `cells` in the order the measures were asked for; booleans count as 0 and 1. */
  groups: (Group & { examples: number; measured: number; cells: SummaryCell[] })[]
  groupsLeftOut: number
}

/** Shares of labelled examples that are resolved, whether measured or only indexed. */
export interface Rates {
  least: number
  groups: (Group & { examples: number; resolved: Share })[]
  /** Groups with fewer than `least` labelled examples. */
  hidden: { groups: number; labelled: number }
  all: Share
}

/**
 * Where a plot's bins lie. Those of whole numbers on a linear axis hold a whole number of values and have their edges half way between two:
 * there may be fewer of them than were asked for.
 */
export interface Axis {
  measure: string
  /** Where the first bin begins: the smallest value, or half a one below it. */
  min: number
  /** Where the last bin ends: the largest value, or the clipping percentile's; of whole numbers up to a bin's width beyond. */
  max: number
  /** Bins are of equal width in log10(1 + x). */
  isLog: boolean
}

/** A measure's distribution by group. The measure's own range in the selection is left out, so that a brush can be moved. */
export interface StatsHistogram {
  axis: Axis
  /** One more than there are bins; a bin holds its lower edge, the last one both. */
  edges: number[]
  /** `n` have a value; `above` of them lie beyond the axis, which a clipping percentile ended, and in no bin. */
  groups: (Group & { n: number; bins: number[]; above: number })[]
  groupsLeftOut: number
}

/** Two measures against each other, as counts in a grid. The ranges of both in the selection are left out. */
export interface Density {
  x: Axis
  y: Axis
  columns: number
  rows: number
  /** Examples with both values. */
  n: number
  /** `cells`: [row * columns + column, how many] from the bottom left; empty cells are left out. */
  groups: (Group & { n: number; cells: [number, number][] })[]
  groupsLeftOut: number
  /** Every single example, in id order; null when there are too many. */
  points: (Group & { id: string; x: number; y: number })[] | null
}

/** How many examples fit into each context window: those with at most so many tokens. */
export interface Windows {
  measure: string
  windows: number[]
  /** `n` have a value; `fits` in the order of `windows`. */
  groups: (Group & { n: number; fits: number[] })[]
  groupsLeftOut: number
}

/** Sums of a tally by key, most of the first amount first, ties by key. */
export interface TallySums {
  tally: string
  /** Sums over all keys, those beyond the limit too. */
  total: number[]
  keyCount: number
  /** `examples`: in how many it was counted. `groups` in the order of the answer's `groups`; empty when not asked by a dimension. */
  rows: { key: string; examples: number; amounts: number[]; groups: { examples: number; amounts: number[] }[] }[]
  groups: (Group & { measured: number })[]
}
