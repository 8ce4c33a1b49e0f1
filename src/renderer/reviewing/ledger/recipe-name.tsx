import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'

/** The recipe an entry was made under, by name; its hash where this workspace never had it. */
export function RecipeName({ hash }: { hash: string | null }) {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['review', 'recipe', { hash }],
    queryFn: () => api.review.recipe({ hash: hash ?? '' }),
    enabled: hash !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (hash === null) return <span className="faint">no recipe</span>
  return (
    <span className="cut faint" title={`Recipe ${data?.name ?? ''} ${hash}`}>
      {data?.name ?? <span className="mono">{hash.slice(0, 8)}</span>}
    </span>
  )
}
