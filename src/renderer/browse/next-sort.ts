import type { Sort } from '../state/view-store.ts'

/** The order after a header was chosen: numbers start at their largest, words at A; again turns round, a third time gives the stored order back. */
export function nextSort(sort: Sort, column: string, isNumber: boolean): Sort {
  if (sort?.column !== column) return { column, descending: isNumber }
  return sort.descending === isNumber ? { column, descending: !isNumber } : null
}

/** The order as `aria-sort` says it. */
export function ariaSort(sort: Sort, column: string | null): 'ascending' | 'descending' | 'none' | undefined {
  if (column === null) return undefined
  if (sort?.column !== column) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}
