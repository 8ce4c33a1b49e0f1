import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { useRecipe } from '../../state/use-recipe.ts'
import { formatCount } from '../../widgets/index.ts'
import type { Row } from '../types.ts'

/** How often is enough: it is a hint, and over many rows the question takes its time. */
const FRESH_FOR = 5 * 60_000

/** "people overrode “Token limit” on 31 of 120": how the first rule that drops the example fared so far. Nothing before anybody decided. */
export function Overridden({ row }: { row: Row }) {
  const api = useApi()
  const rule = row.reasons[0]?.rule
  const step = useRecipe().data?.recipe.steps.find((one) => one.enabled && one.rule === rule)
  const { data } = useQuery({
    queryKey: ['recipe', 'overridden', step?.key],
    queryFn: ({ signal }) => api.recipe.insight({ key: step?.key ?? '' }, { signal }),
    enabled: step !== undefined,
    staleTime: FRESH_FOR,
  })
  if (!step || !data || data.decided === 0) return null
  return ` · people overrode “${step.title}” on ${formatCount(data.overridden)} of ${formatCount(data.decided)}`
}
