import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'

const PAGE = 200

/** The ledger from its newest entry down, a page more each time it is asked. */
export function useLedger() {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: ['review', 'recent', { limit: PAGE }],
    queryFn: ({ pageParam, signal }) => api.review.recent({ beforeSeq: pageParam, limit: PAGE }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.seq),
  })
}
