import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../api/api.ts'
import type { Selection } from '../state/view-store.ts'

/** Everything the sidebar draws of a selection. */
export const facetsQuery = (api: Api, selection: Selection) => {
  const input = { selection }
  return queryOptions({ queryKey: ['example', 'facets', input], queryFn: () => api.example.facets(input) })
}
