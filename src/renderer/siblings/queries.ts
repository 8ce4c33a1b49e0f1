import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../api/api.ts'

/** Attempts at the instance of an example. */
export const attemptsQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['sibling', 'attempts', { id }], queryFn: ({ signal }) => api.sibling.attempts({ id }, { signal }) })

/** Some of them side by side. The old lines stay on show while the new ones are on their way. */
export const alignQuery = (api: Api, ids: string[]) =>
  queryOptions({ queryKey: ['sibling', 'align', { ids }], queryFn: ({ signal }) => api.sibling.align({ ids }, { signal }) })

/** Pairs of attempts at the instance of this example. */
export const pairsQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['sibling', 'pairs', { id }],
    queryFn: ({ signal }) => api.sibling.pairs({ id, offset: 0, limit: 200 }, { signal }),
  })
