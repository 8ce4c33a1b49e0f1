import { type Columns, IS_KEPT, outcomeSql, quote, verdictSql } from './columns.ts'
import type { PlainFacet } from './spoken-facets.ts'

/** What a facet counts: never null, '' (or the facet's own word) standing for "none". */
export interface FacetColumn {
  sql: string
  isJoined: boolean
  /** The stored columns behind it. Stored texts are grouped four times as fast as what is made of them. */
  reads: readonly string[]
  /** The same as `sql` where its columns have these names. */
  tell: (...names: string[]) => string
}

/** The expression behind a facet. */
export function facetColumn(facet: PlainFacet, columns: Columns): FacetColumn {
  switch (facet) {
    case 'label':
      return facetOf(['e.resolved'], (resolved) => `CASE ${resolved} WHEN 1 THEN 'resolved' WHEN 0 THEN 'failed' ELSE 'none' END`)
    case 'measured':
      return facetOf(['e."isMeasured"'], (isMeasured) => `CASE WHEN ${isMeasured} THEN 'measured' ELSE 'indexed' END`)
    case 'decision':
      return facetOf(['s.decision'], (decision) => `coalesce(${decision}, 'none')`)
    case 'outcome':
      return facetOf(['s.decision', IS_KEPT], (decision, isKept) => `coalesce(${outcomeSql(decision, verdictSql(isKept))}, '')`)
    case 'verdict':
      return facetOf([IS_KEPT], (isKept) => `coalesce(${verdictSql(isKept)}, '')`)
    case 'thinking':
      return thinkingOf(columns)
    case 'teacher':
      return plain('teacherModel')
    case 'source':
      return plain('sourceId')
    default:
      return plain(facet)
  }
}

function plain(name: string): FacetColumn {
  return facetOf([`e.${quote(name)}`], (value) => `coalesce(${value}, '')`)
}

/** Of a measure: '' until it is known. */
function thinkingOf(columns: Columns): FacetColumn {
  const { sql } = columns.optional('is_thinking')
  return facetOf([sql], (isThinking) => `CASE ${isThinking}::BOOLEAN WHEN true THEN 'thinking' WHEN false THEN 'plain' ELSE '' END`)
}

function facetOf(reads: readonly string[], tell: FacetColumn['tell']): FacetColumn {
  return { sql: tell(...reads), isJoined: reads.some((read) => read.startsWith('s.')), reads, tell }
}
