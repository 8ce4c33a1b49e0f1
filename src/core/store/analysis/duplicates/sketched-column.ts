import { measureColumn } from '../columns.ts'

/** A column of groups, the sketches they are made of and how alike its members are to the first. */
export interface SketchedColumn {
  /** SQL of the column that holds the id of the group's first example. */
  group: string
  /** SQL of the column that holds sketches. */
  sketch: string
  measure: string
  /** Least estimated Jaccard similarity of the sets of word 5-shingles. */
  threshold: number
}

/**
 * What is grouped. Thresholds are those of public near-duplicate filters, between the 0.7 of data-juicer and the 0.9 of distilabel: an issue reworded in
 * places stays together; two patches must be nearly line by line the same, for small patches share much with every patch of their file.
 */
export const SKETCHED_COLUMNS: readonly SketchedColumn[] = [
  { group: '"issueGroup"', sketch: measureColumn('issue_sketch'), measure: 'issue_sketch', threshold: 0.8 },
  { group: '"patchGroup"', sketch: measureColumn('patch_sketch'), measure: 'patch_sketch', threshold: 0.85 },
]
