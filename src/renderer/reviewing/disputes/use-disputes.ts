import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'
import { useApi } from '../../api/use-api.ts'
import { PAGE_SIZE, pagesOf } from '../../browse/page-window.ts'
import type { Dispute } from '../types.ts'

/** How many examples are in dispute; the number before stays while it is asked again. */
export function useDisputeCount() {
  const api = useApi()
  return useQuery({ ...pageQuery(api, 0), placeholderData: keepPreviousData })
}

/** Disputes `first` to `last` by index, undefined while on their way. */
export function useDisputes(first: number, last: number, total: number): (index: number) => Dispute | undefined {
  const api = useApi()
  const pages = pagesOf(first, last, total)
  const queries = useQueries({ queries: pages.map((page) => pageQuery(api, page)) })
  const loaded = new Map(pages.map((page, i) => [page, queries[i]?.data?.rows]))
  return (index) => loaded.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE]
}

function pageQuery(api: Api, page: number) {
  const input = { offset: page * PAGE_SIZE, limit: PAGE_SIZE }
  return {
    queryKey: ['review', 'disagreements', input],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.review.disagreements(input, { signal }),
  }
}
