import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#contract'
import type { Answers } from '../api/api.ts'

/** What the host answers, as the plots draw it. */
export type HistogramData = Answers['stats']['histogram']
/** See {@link HistogramData}. */
export type DensityData = Answers['stats']['density']
/** A share with its 95 % interval; rate and limits are 0 to 1, null of nothing. */
export type ShareData = Answers['stats']['overview']['resolved']

/** What examples are compared by. */
export type Dimension = NonNullable<InferContractRouterInputs<Contract>['stats']['histogram']['by']>

/** Inclusive limits of a number, as in the page's selection; null is open. */
export interface Range {
  min: number | null
  max: number | null
}

/** Limits on both axes of a density; null is open. */
export interface Brush2 {
  x: Range | null
  y: Range | null
}

/** A plot's numbers, for its table twin and its CSV. */
export interface PlotTable {
  columns: { title: string; isNumber?: boolean }[]
  rows: (string | number | null)[][]
}

/** How one group looks in every plot. Colour is never alone: `glyph` and `dash` tell it as well. */
export interface GroupLook {
  key: string
  /** In words: '' is "none". */
  label: string
  /** A CSS colour, always a token: `var(--cat-1)`. */
  color: string
  glyph: string
  /** SVG stroke-dasharray; 'none' is a full line. */
  dash: string
}

/** What an axis measures. */
export interface AxisInfo {
  label: string
  /** 'tokens', 'lines' ...; '' for none. */
  unit: string
  /** Values are whole numbers: a brush then means whole limits. */
  isInteger: boolean
}
