import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../api/use-api.ts'
import { useView } from '../state/view-store.ts'
import { detailQuery, findingsQuery, neighboursQuery, patchFileQuery, patchQuery } from './queries.ts'

/** Where the example stands in the selection. */
export interface Place {
  previous: string | null
  next: string | null
  /** From 0; null when it is not in the selection. */
  position: number | null
  total: number
}

const NOWHERE: Place = { previous: null, next: null, position: null, total: 0 }

/**
 * The example's place, with what comes next loaded ahead so that moving on is instant. Only once the example itself is there: what is
 * fetched from afar for later must not hold up what is waited for.
 */
export function usePlace(id: string, isThere: boolean): Place {
  const api = useApi()
  const client = useQueryClient()
  const { selection, sort, setCursor } = useView()
  const { data } = useQuery(neighboursQuery(api, id, selection, sort))
  useEffect(() => {
    setCursor(id, data?.position ?? undefined)
  }, [id, data?.position, setCursor])
  useEffect(() => {
    if (!data || !isThere) return
    for (const next of [...data.nextIds, data.previous]) if (next !== null) void client.prefetchQuery(detailQuery(api, next))
    if (data.next === null) return
    const { next } = data
    void client.prefetchQuery(neighboursQuery(api, next, selection, sort))
    void client.prefetchQuery(findingsQuery(api, next))
    void client.prefetchQuery(patchQuery(api, next, 'model')).then(() => {
      const patch = client.getQueryData(patchQuery(api, next, 'model').queryKey)
      return patch && patch.files.length > 0 ? client.prefetchQuery(patchFileQuery(api, next, 'model', 0)) : undefined
    })
  }, [data, isThere, api, client, selection, sort])
  return data ?? NOWHERE
}
