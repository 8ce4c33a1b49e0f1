import type { FacetId } from '#record'
import { type Columns, quote } from './columns.ts'

/** What a facet counts: never null, '' (or the facet's own word) standing for "none". */
export interface FacetColumn {
  sql: string
  isJoined: boolean
}

/** The expression behind a facet. */
export function facetColumn(facet: FacetId, columns: Columns): FacetColumn {
  const plain = (name: string): FacetColumn => ({ sql: `coalesce(e.${quote(name)}, '')`, isJoined: false })
  switch (facet) {
    case 'label':
      return { sql: "CASE e.resolved WHEN 1 THEN 'resolved' WHEN 0 THEN 'failed' ELSE 'none' END", isJoined: false }
    case 'measured':
      return { sql: `CASE WHEN e."isMeasured" THEN 'measured' ELSE 'indexed' END`, isJoined: false }
    case 'decision':
      return { sql: "coalesce(s.decision, 'none')", isJoined: true }
    case 'outcome':
      return { sql: `coalesce(${columns.find(facet).sql}, '')`, isJoined: true }
    case 'thinking':
      return { sql: thinkingSql(columns), isJoined: false }
    case 'teacher':
      return plain('teacherModel')
    case 'source':
      return plain('sourceId')
    default:
      return plain(facet)
  }
}

/** Of a measure: '' until it is known. */
function thinkingSql(columns: Columns): string {
  const isThere = columns.measures.some(({ id }) => id === 'is_thinking')
  return isThere ? `CASE ${columns.find('is_thinking').sql} WHEN true THEN 'thinking' WHEN false THEN 'plain' ELSE '' END` : "''"
}
