import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'

/** What is looked for, and how. `role` null is every role. */
export interface Wanted {
  query: string
  isRegex: boolean
  isCaseSensitive: boolean
  role: string | null
}

/** Hits of a text or a pattern in the whole trajectory. */
export const findQuery = (api: Api, id: string, { query, isRegex, isCaseSensitive, role }: Wanted) =>
  queryOptions({
    queryKey: ['example', 'find', { id, query, isRegex, isCaseSensitive, role }],
    queryFn: ({ signal }) =>
      api.example.find({ id, query, isRegex, isCaseSensitive, ...(role === null ? {} : { roles: [role] }) }, { signal }),
    enabled: query !== '',
    retry: false,
  })
