import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Api } from '../api/api.ts'
import type { Selection, Sort } from '../state/view-store.ts'
import { placeKey, type TextPlace } from './logic/find-plan.ts'
import { type Place, placeInQueue, placeInSelection } from './logic/place.ts'
import type { PatchSide } from './types.ts'

/** Characters asked for at a time. */
export const PIECE = 65_536

/** Everything about one example. */
export const detailQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['example', 'get', { id }], queryFn: ({ signal }) => api.example.get({ id }, { signal }) })

/** What the checks found in it, under the rules of the recipe in force. */
export const findingsQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['example', 'findings', { id }], queryFn: ({ signal }) => api.example.findings({ id }, { signal }) })

/** What one goes through: a queue, as one reviewer sees it, or what is selected. */
export type Walk = { queue: string; reviewer: string } | { queue: null; selection: Selection; sort: Sort }

/** Where the example stands in it. Moving on writes it ahead, and the host's answer follows. */
export const placeQuery = (api: Api, walk: Walk, id: string) =>
  queryOptions({
    queryKey: placeKeyOf(walk, id),
    queryFn: async ({ signal }): Promise<Place> => {
      if (walk.queue === null)
        return placeInSelection(await api.example.neighbours({ id, selection: walk.selection, sort: walk.sort }, { signal }))
      const { queue, reviewer } = walk
      return placeInQueue(await api.queue.place({ queue, id, ...(reviewer === '' ? {} : { reviewer }) }, { signal }))
    },
    staleTime: 0,
  })

function placeKeyOf(walk: Walk, id: string): readonly unknown[] {
  if (walk.queue === null) return ['example', 'neighbours', { id, selection: walk.selection, sort: walk.sort }]
  return ['queue', 'place', { id, queue: walk.queue, reviewer: walk.reviewer }]
}

/** Files of a patch. */
export const patchQuery = (api: Api, id: string, which: PatchSide) =>
  queryOptions({ queryKey: ['example', 'patch', { id, which }], queryFn: ({ signal }) => api.example.patch({ id, which }, { signal }) })

/** Hunks of one file of a patch. */
export const patchFileQuery = (api: Api, id: string, which: PatchSide, file: number) =>
  queryOptions({
    queryKey: ['example', 'patchFile', { id, which, file }],
    queryFn: ({ signal }) => api.example.patchFile({ id, which, file }, { signal }),
  })

/** The parts of a text from an offset on, a piece at a time. */
export const textQuery = (api: Api, id: string, place: TextPlace, from: number) =>
  infiniteQueryOptions({
    queryKey: ['example', 'text', { id, place: placeKey(place), from }],
    queryFn: ({ pageParam, signal }) => {
      const call = place.call === null ? {} : { call: place.call }
      return api.example.text({ id, message: place.message, field: place.field, ...call, offset: pageParam, limit: PIECE }, { signal })
    },
    initialPageParam: from,
    getNextPageParam: nextOffset,
  })

/** The row as stored, a piece at a time. */
export const rawQuery = (api: Api, id: string) =>
  infiniteQueryOptions({
    queryKey: ['example', 'raw', { id }],
    queryFn: ({ pageParam, signal }) => api.example.raw({ id, offset: pageParam, limit: PIECE }, { signal }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  })

/** What people said about one example. */
export const historyQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['review', 'history', { id }], queryFn: ({ signal }) => api.review.history({ id }, { signal }) })

/** Reason codes with their keys. */
export const reasonsQuery = (api: Api) =>
  queryOptions({ queryKey: ['review', 'reasons'], queryFn: ({ signal }) => api.review.reasons(undefined, { signal }) })

/** Tags in use, those on most examples first. */
export const tagsQuery = (api: Api) =>
  queryOptions({ queryKey: ['review', 'tags'], queryFn: ({ signal }) => api.review.tags(undefined, { signal }) })

/** The queues there are, as one reviewer sees them. */
export const queuesQuery = (api: Api, reviewer: string) =>
  queryOptions({
    queryKey: ['queue', 'list', { reviewer }],
    queryFn: ({ signal }) => api.queue.list(reviewer === '' ? {} : { reviewer }, { signal }),
  })

/** The measures there are. */
export const measuresQuery = (api: Api) =>
  queryOptions({ queryKey: ['measure', 'list'], queryFn: ({ signal }) => api.measure.list(undefined, { signal }) })

function nextOffset(last: { text: string; offset: number; size: number }): number | undefined {
  const end = last.offset + last.text.length
  return end < last.size && last.text.length > 0 ? end : undefined
}
