import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Api } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { useOutbox } from '../state/outbox.ts'
import { useSettings } from '../state/use-settings.ts'
import { useView } from '../state/view-store.ts'
import { keepExamples } from './keep-examples.ts'
import { NOWHERE, type Place } from './logic/place.ts'
import { detailQuery, findingsQuery, patchFileQuery, patchQuery, placeQuery, type Walk } from './queries.ts'

/** The example's place, and what it is a place in. */
export interface PlaceHere {
  place: Place
  walk: Walk
  /** Nothing is known of it yet, not even a guess. */
  isAwaited: boolean
}

/**
 * The example's place, with what comes next loaded ahead so that moving on is instant. Only once the example itself is there: what is
 * fetched for later must not hold up what is waited for. The host is asked when it has heard everything that was said: before, its answer would be old.
 */
export function usePlace(id: string, queue: string | null, isThere: boolean): PlaceHere {
  const api = useApi()
  const client = useQueryClient()
  const walk = useWalk(queue)
  const { setCursor } = useView()
  const isHeard = useOutbox(({ waiting }) => waiting.length === 0)
  const { data } = useQuery({ ...placeQuery(api, walk, id), enabled: isHeard })
  const position = data?.position
  useEffect(() => {
    if (queue === null) setCursor(id, position ?? undefined)
  }, [queue, id, position, setCursor])
  const around = data ? [...data.nextIds, ...(data.previous === null ? [] : [data.previous])].join('\n') : null
  useEffect(() => {
    if (around === null || !isThere) return
    const ids = around === '' ? [] : around.split('\n')
    keepExamples(client, [id, ...ids])
    return loadAhead(api, client, ids)
  }, [around, isThere, id, api, client])
  return { place: data ?? NOWHERE, walk, isAwaited: data === undefined }
}

function useWalk(queue: string | null): Walk {
  const { selection, sort } = useView()
  const { reviewer } = useSettings().settings
  return useMemo(() => (queue === null ? { queue, selection, sort } : { queue, reviewer }), [queue, reviewer, selection, sort])
}

/** One example after the other, the next first. Returns what ends it. */
function loadAhead(api: Api, client: QueryClient, ids: readonly string[]): () => void {
  let isWanted = true
  const load = async () => {
    for (const id of ids) if (isWanted) await loadExampleAhead(api, client, id)
  }
  void load()
  return () => {
    isWanted = false
  }
}

async function loadExampleAhead(api: Api, client: QueryClient, id: string): Promise<void> {
  await client.prefetchQuery(detailQuery(api, id))
  await Promise.all([client.prefetchQuery(findingsQuery(api, id)), loadPatchAhead(api, client, id)])
}

/** With the file that is shown first. */
async function loadPatchAhead(api: Api, client: QueryClient, id: string): Promise<void> {
  if (client.getQueryData(detailQuery(api, id).queryKey)?.hasPatch === false) return
  const query = patchQuery(api, id, 'model')
  await client.prefetchQuery(query)
  if (client.getQueryData(query.queryKey)?.files.length) await client.prefetchQuery(patchFileQuery(api, id, 'model', 0))
}
