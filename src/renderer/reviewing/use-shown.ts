import { activeFilters } from '../browse/active-filters.ts'
import { useTotal } from '../browse/use-rows.ts'
import { useMeasures } from '../state/use-measures.ts'
import { useView } from '../state/view-store.ts'

/** What Browse shows now: the selection, its order, how many it has, and its filters in words. */
export function useShown() {
  const selection = useView((view) => view.selection)
  const sort = useView((view) => view.sort)
  const { labelOf } = useMeasures()
  const count = useTotal(selection, sort).data?.total ?? null
  const words = activeFilters(selection, labelOf)
    .map(({ text }) => text)
    .join(' · ')
  return { selection, sort, count, words }
}
