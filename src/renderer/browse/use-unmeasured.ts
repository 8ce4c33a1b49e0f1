import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { useView } from '../state/view-store.ts'
import { facetsQuery } from './facets-query.ts'
import { unmeasuredIn } from './measuring-words.ts'

/** How many examples of the selection are only indexed; 0 until that is known. */
export function useUnmeasured(): number {
  const api = useApi()
  const selection = useView((view) => view.selection)
  const { data } = useQuery({ ...facetsQuery(api, selection), placeholderData: keepPreviousData })
  return unmeasuredIn(data?.counts, selection)
}
