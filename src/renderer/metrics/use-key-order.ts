import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { facetsQuery } from '../browse/facets-query.ts'
import type { Dimension } from './logic/choices.ts'

const NO_ORDER: readonly string[] = []

/** A dimension's keys in the order of the whole corpus, so that a group keeps its colour whatever is selected. */
export function useKeyOrder(dimension: Dimension | null): readonly string[] {
  const api = useApi()
  const { data } = useQuery({ ...facetsQuery(api, {}), select: keysOf(dimension) })
  return data ?? NO_ORDER
}

type Facets = Awaited<ReturnType<ReturnType<typeof useApi>['example']['facets']>>

function keysOf(dimension: Dimension | null): (facets: Facets) => readonly string[] {
  return ({ counts }) => (dimension === null ? NO_ORDER : (counts[dimension] ?? []).map(({ value }) => value))
}
