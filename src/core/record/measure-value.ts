/** A measure's value in a row of the table; null means "does not apply". Booleans stay booleans. */
export type MeasureValue = number | string | boolean | null

/** Values by measure id: what a row of the table carries. Tallies are not among them. */
export type MeasureValues = Record<string, MeasureValue>

/** One key of a tally with its amounts, in the order of the measure's `amounts`: `{ key: 'bash', amounts: [12, 1] }`. */
export interface TallyEntry {
  key: string
  amounts: number[]
}

/** What a measure's function gives: a value, or for a tally its entries, one a key. */
export type Measurement = MeasureValue | TallyEntry[]

/** Everything measured about one example, by measure id. */
export type Measurements = Record<string, Measurement>

/** How a measure is stored and drawn. A tally counts by key within one example: calls and failures by tool. */
export type MeasureType = 'integer' | 'real' | 'text' | 'boolean' | 'tally'

/** What a measure is about: how choosers and tables order them. */
export const MEASURE_GROUPS = ['row', 'run', 'calls', 'tokens', 'patch', 'reference'] as const

/** See {@link MEASURE_GROUPS}. */
export type MeasureGroup = (typeof MEASURE_GROUPS)[number]

/** One amount of a tally: `{ id: 'failed', label: 'Failed', unit: 'calls' }`. */
export interface TallyAmount {
  id: string
  label: string
  unit: string
}

/** Most amounts a tally may have. */
export const TALLY_AMOUNTS = 3

/** What a measure says of itself, without its function: enough for a table column, a CSV header, a plot. */
export interface MeasureInfo {
  id: string
  /** Raised whenever the formula changes; stored with every value. */
  version: number
  label: string
  /** 'tokens', 'messages', 'lines', '' ...; of a tally what a key is: 'tool'. */
  unit: string
  type: MeasureType
  group: MeasureGroup
  /** One sentence for the header's tooltip. */
  help: string
  /** Of a token count: the encoding's name and version, `cl100k_base@1`. Another encoding makes stored values stale, as a version does. */
  encoding?: string | undefined
  /** Id of the check whose evidence it counts. */
  check?: string | undefined
  /** True for a column that only rules read: no chooser, CSV or plot offers it, expressions may name it. */
  isInternal?: boolean | undefined
  /** Of a tally: what its entries' amounts are, at most {@link TALLY_AMOUNTS}. */
  amounts?: TallyAmount[] | undefined
}
