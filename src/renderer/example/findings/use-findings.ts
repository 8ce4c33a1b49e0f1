import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { announce } from '../../widgets/toast-store.ts'
import { findingsByMessage, nextFinding, type PlacedFinding, type Pointed, spokenFinding } from '../logic/finding-places.ts'
import { findingsQuery } from '../queries.ts'
import type { Finding, Findings } from '../types.ts'
import { useRuleTitles } from './use-rule-titles.ts'

/** The findings of the open example, and which of them is pointed out. */
export interface FindingsState {
  /** Undefined while they are looked for. */
  found: Findings | undefined
  error: unknown
  retry: () => void
  list: readonly Finding[]
  byMessage: ReadonlyMap<number, PlacedFinding[]>
  /** What is pointed out; every call of `show` makes another object, so that going there again scrolls again. */
  pointed: Pointed | null
  /** Points out a finding, or one `part` of its evidence. */
  show: (index: number, part?: number) => void
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

/** Looks for the findings of an example, once it `isWanted`; until then there are none, loaded ahead or not. Nothing is pointed out in the next one. */
export function useFindings(id: string, isWanted: boolean): FindingsState {
  const api = useApi()
  const query = useQuery({ ...findingsQuery(api, id), enabled: isWanted })
  const { error, refetch } = query
  const data = isWanted ? query.data : undefined
  const { titleOf } = useRuleTitles()
  const [pointed, setPointed] = useState<(Pointed & { id: string }) | null>(null)
  const list = data?.findings ?? NONE
  const here = pointed?.id === id && pointed.index < list.length ? pointed : null
  const byMessage = useMemo(() => findingsByMessage(list), [list])
  return useMemo(() => {
    const point = (index: number, part: number | null, isWalk: boolean) => {
      setPointed({ id, index, part, isWalk })
      const finding = list[index]
      if (finding) announce(spokenFinding(finding, { index, count: list.length, part, title: titleOf(finding.rule) }))
    }
    return {
      found: data,
      error,
      retry: () => void refetch(),
      list,
      byMessage,
      pointed: here,
      show: (index, part) => point(index, part ?? null, false),
      go: (direction, message) => {
        const next = nextFinding(list, here?.index ?? null, message, direction)
        if (next === -1) announce(data ? 'Nothing was found in this run' : 'Evidence is still being looked for')
        else point(next, null, true)
      },
    }
  }, [id, data, error, refetch, list, byMessage, here, titleOf])
}
