import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Answers, Api } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import type { ExampleRow } from '../state/use-decide.ts'
import type { Selection, Sort } from '../state/view-store.ts'
import { PAGE_SIZE, pagesOf } from './page-window.ts'

type Page = Answers['example']['page']

/** How many rows the selection has; while another selection is being asked, the number before. */
export function useTotal(selection: Selection, sort: Sort) {
  const api = useApi()
  return useQuery({ ...pageQuery(api, selection, sort, 0), placeholderData: keepPreviousData })
}

/** Rows `first` to `last` by index, undefined while on their way. After a change of selection or order the old rows stay until the new ones are there. */
export function useRows(
  selection: Selection,
  sort: Sort,
  first: number,
  last: number,
  total: number,
): (index: number) => ExampleRow | undefined {
  const api = useApi()
  const shown = useRef(new Map<number, Page>())
  const wanted = pagesOf(first, last, total)
  const queries = useQueries({ queries: wanted.map((page) => pageQuery(api, selection, sort, page)) })
  const loaded = new Map(wanted.flatMap((page, i) => (queries[i]?.data ? [[page, queries[i].data] as const] : [])))
  if (loaded.size === wanted.length) shown.current = loaded
  return (index) => {
    const page = Math.floor(index / PAGE_SIZE)
    return (loaded.get(page) ?? shown.current.get(page))?.rows[index % PAGE_SIZE]
  }
}

/** A page that was scrolled past before it came is not waited for. */
function pageQuery(api: Api, selection: Selection, sort: Sort, page: number) {
  const input = { selection, sort, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
  return { queryKey: ['example', 'page', input], queryFn: ({ signal }: { signal: AbortSignal }) => api.example.page(input, { signal }) }
}
