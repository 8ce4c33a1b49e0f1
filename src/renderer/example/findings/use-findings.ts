import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { findingsByMessage, nextFinding, type PlacedFinding } from '../logic/finding-places.ts'
import { findingsQuery } from '../queries.ts'
import type { Finding, Findings } from '../types.ts'

/** The findings of the open example, and which of them is pointed out. */
export interface FindingsState {
  /** Undefined while they are looked for. */
  found: Findings | undefined
  error: unknown
  retry: () => void
  list: readonly Finding[]
  byMessage: ReadonlyMap<number, PlacedFinding[]>
  /** Place of the one pointed out; every call of `show` makes another object, so that going there again scrolls again. */
  pointed: { index: number } | null
  show: (index: number) => void
  /** To the next or previous one, seen from the message being read. */
  go: (direction: 1 | -1, message: number) => void
}

/** Holds the open example's {@link FindingsState}. */
export const FindingsContext = createContext<FindingsState | null>(null)

/** The findings around this part of the screen. */
export function useFoundHere(): FindingsState {
  const state = useContext(FindingsContext)
  if (!state) throw new Error('useFoundHere is used outside an example')
  return state
}

const NONE: readonly Finding[] = []

/** Looks for the findings of an example; nothing is pointed out in the next one. */
export function useFindings(id: string): FindingsState {
  const api = useApi()
  const { data, error, refetch } = useQuery(findingsQuery(api, id))
  const [pointed, setPointed] = useState<{ id: string; index: number } | null>(null)
  const list = data?.findings ?? NONE
  const here = pointed?.id === id && pointed.index < list.length ? pointed : null
  return useMemo(() => {
    const show = (index: number) => setPointed({ id, index })
    return {
      found: data,
      error,
      retry: () => void refetch(),
      list,
      byMessage: findingsByMessage(list),
      pointed: here,
      show,
      go: (direction, message) => {
        const next = nextFinding(list, here?.index ?? null, message, direction)
        if (next !== -1) show(next)
      },
    }
  }, [id, data, error, refetch, list, here])
}
