import { activeFilters } from '../browse/active-filters.ts'
import { useMeasures } from '../state/use-measures.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { useScope } from './use-scope.ts'

/** What the numbers are of, under a saved picture: "october · label: ✓ resolved; Tokens ≤ 32,000". */
export function useSourceWords(): string {
  const { selection } = useScope()
  const { labelOf } = useMeasures()
  const name = useWorkspace().data?.name
  const filters = activeFilters(selection, labelOf).map((filter) => filter.text)
  return [name, filters.length === 0 ? 'whole corpus' : filters.join('; ')].filter(Boolean).join(' · ')
}
