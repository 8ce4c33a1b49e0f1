/** A measure's value; null means "does not apply". Booleans stay booleans. */
export type MeasureValue = number | string | boolean | null

/** Values by measure id. */
export type MeasureValues = Record<string, MeasureValue>

/** How a measure's values are stored and drawn. */
export type MeasureType = 'integer' | 'real' | 'text' | 'boolean'

/** What a measure says of itself, without its function: enough for a table column, a CSV header, a plot. */
export interface MeasureInfo {
  id: string
  /** Raised whenever the formula changes; stored with every value. */
  version: number
  label: string
  /** 'tokens', 'messages', 'lines', '' ... */
  unit: string
  type: MeasureType
  /** One sentence for the header's tooltip. */
  help: string
}
