import type { FacetId } from './selection.ts'

/** What examples are compared by: each is a facet of the same name. */
export const DIMENSIONS = ['label', 'outcome', 'language', 'harness', 'model', 'thinking'] as const satisfies readonly FacetId[]

/** See {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number]

/** Percentiles of a summary, each by linear interpolation between the two nearest values, as numpy and pandas do by default. */
export const PERCENTILES = [25, 50, 75, 90, 95, 99] as const
