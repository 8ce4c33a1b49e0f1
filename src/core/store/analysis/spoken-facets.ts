import type { FacetId } from '#record'
import type { Bindings } from './bindings.ts'
import type { Columns } from './columns.ts'

/** Facets of what people said beside their decision. Most rows have nothing of it, some have several: they are counted among the few that have. */
const SPOKEN = ['tag', 'reviewer', 'flagged', 'disputed', 'stale', 'edited'] as const satisfies readonly FacetId[]

/** See {@link SPOKEN}. */
export type SpokenFacet = (typeof SPOKEN)[number]

/** Every other facet: a row has one value of it. */
export type PlainFacet = Exclude<FacetId, SpokenFacet>

/** Whether a facet is of the one sort. */
export function isSpoken(facet: FacetId): facet is SpokenFacet {
  return SPOKEN.some((spoken) => spoken === facet)
}

/** The values a row has of it, as a SQL list over the aliases e and s; null where nothing was said of the row. */
export function spokenSql(facet: SpokenFacet, columns: Columns): string {
  const word = (condition: string) => `CASE WHEN ${condition} THEN ['${facet}'] ELSE [] END`
  switch (facet) {
    case 'tag':
      return 's.tags'
    case 'reviewer':
      return 's."decidedBy"'
    case 'flagged':
      return word('s."isFlagged"')
    case 'disputed':
      return word('s."isDisputed"')
    case 'stale':
      return word(columns.find('is_stale').sql)
    case 'edited':
      return word(
        ['masked_messages', 'redactions']
          .map((id) => `${columns.find(id).sql} > 0`)
          .join(' OR ')
          .concat(` OR ${columns.find('is_cut').sql}`),
      )
  }
}

/** Holds of rows that have any of the ticked values, '' standing for none. */
export function tickedSpokenSql(facet: SpokenFacet, ticked: readonly string[], columns: Columns, bindings: Bindings): string {
  const list = spokenSql(facet, columns)
  const values = ticked.filter((value) => value !== '').map((value) => bindings.add(value))
  const conditions = [
    ...(values.length > 0 ? [`coalesce(list_has_any(${list}, [${values.join(', ')}]), false)`] : []),
    ...(ticked.includes('') ? [`coalesce(len(${list}), 0) = 0`] : []),
  ]
  return `(${conditions.join(' OR ')})`
}
