/** What can be ticked in the sidebar. Values are texts; '' stands for "none". */
export const FACETS = [
  'label',
  'harness',
  'language',
  'model',
  'thinking',
  'teacher',
  'license',
  'category',
  'source',
  'shape',
  'verdict',
  'decision',
  'outcome',
  'measured',
  'tag',
  'reviewer',
  'flagged',
  'disputed',
  'stale',
  'edited',
] as const

/** See {@link FACETS}. `label` is resolved, failed or none; `decision` is accept, reject or none; `thinking` is thinking or plain, '' while not measured; `measured` is measured or indexed (only); `tag` and `reviewer` are any of several; `flagged`, `disputed`, `stale` and `edited` are that word. */
export type FacetId = (typeof FACETS)[number]

/** Inclusive limits of a number; null is open. */
export interface Range {
  min: number | null
  max: number | null
}

/**
 * How steps of a recipe must have failed an example: any of them, all of them, one of them as the first that fails (what the funnel books), or one
 * of them and no other step.
 */
export const FAILING_MODES = ['any', 'all', 'first', 'alone'] as const

/** See {@link FAILING_MODES}. */
export type FailingMode = (typeof FAILING_MODES)[number]

/** Steps of the recipe in force, by key, that an example fails. */
export interface Failing {
  steps: string[]
  how: FailingMode
}

/** Which examples a person is looking at. Parts are joined by "and"; an absent part lets everything through. */
export interface Selection {
  /** Case-insensitive substring of instance, repository, trajectory id or model. */
  text?: string
  facets?: Partial<Record<FacetId, string[]>>
  /** By measure id. */
  ranges?: Record<string, Range>
  /** By tally id: examples in which any of these keys was counted, `{ tools: ['bash'] }`. */
  has?: Record<string, string[]>
  /** Examples that steps of the recipe in force drop. */
  failing?: Failing
  /** Examples the draft that was previewed last would newly keep, or newly drop. */
  moved?: 'kept' | 'dropped'
  /** An expression such as `traj_tokens < 32000 and language == "go"`. */
  where?: string
}

/** Sort by an index column or a measure id; ties fall to id, nulls last. */
export interface Sort {
  column: string
  descending: boolean
}

/** One value of a facet with the number of examples behind it, all other parts of the selection applied. */
export interface FacetCount {
  value: string
  count: number
}

/** A measure's histogram over the selection without its own range. */
export interface Histogram {
  measure: string
  min: number
  max: number
  /** Equal-width (in log10(1+x) when `isLog`) bins from min to max. */
  bins: number[]
  isLog: boolean
}

/** Everything the sidebar draws. */
export interface Facets {
  counts: Partial<Record<FacetId, FacetCount[]>>
  histograms: Histogram[]
}
