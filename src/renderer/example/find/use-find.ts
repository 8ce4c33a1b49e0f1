import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { firstHitFrom, hitsByPlace, placeKey, readFrom, step } from '../logic/find-plan.ts'
import type { Trace } from '../trajectory/trace-context.ts'
import type { TrajectoryHandle } from '../trajectory/trajectory.tsx'
import type { Hit, MessageView } from '../types.ts'
import { findQuery, type Wanted } from './find-query.ts'
import { useHighlights } from './use-highlights.ts'

const TYPING_PAUSE = 140

/** Find-in-trace as the bar and the keys see it. */
export interface Find {
  isOpen: boolean
  open: () => void
  close: () => void
  wanted: Wanted
  setWanted: (wanted: Wanted) => void
  /** Roles of the run's messages. */
  roles: readonly string[]
  hits: readonly Hit[]
  total: number
  /** Hit pointed out, from 0; -1 when there is none. */
  index: number
  go: (direction: 1 | -1) => void
  /** Goes to one of the hits. */
  show: (index: number) => void
  isSearching: boolean
  error: unknown
}

interface Around {
  trace: Trace
  messages: readonly MessageView[]
  current: number
  trajectory: RefObject<TrajectoryHandle | null>
}

const NOTHING: readonly Hit[] = []
const BLANK: Wanted = { query: '', isRegex: false, isCaseSensitive: false, role: null }

/** Searches the whole run, goes from hit to hit, opens what they are folded in, and highlights them where they are drawn. */
export function useFind({ trace, messages, current, trajectory }: Around): Find {
  const api = useApi()
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(BLANK)
  const [asked, setAsked] = useState(BLANK)
  const [at, setAt] = useState<{ asked: Wanted; index: number } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [wanted])
  const isAsked = isOpen && asked.query !== ''
  const found = useQuery({ ...findQuery(api, trace.id, asked), enabled: isAsked })
  const hits = (isAsked && found.data?.hits) || NOTHING
  const isGone = at?.asked === asked
  const index = hits.length === 0 ? -1 : isGone ? Math.min(at.index, hits.length - 1) : firstHitFrom(hits, current)
  useHighlights(
    trajectory,
    useMemo(() => hitsByPlace(hits), [hits]),
    (isGone && hits[index]) || null,
    at,
  )
  const show = (next: number) => {
    const target = hits[next]
    if (!target) return
    setAt({ asked, index: next })
    trace.open(placeKey(target), readFrom(target, lengthAtHand(messages, target)))
    trajectory.current?.goTo(target.message)
  }
  return {
    isOpen,
    open: () => setOpen(true),
    close: () => {
      trajectory.current?.element()?.focus({ preventScroll: true })
      setOpen(false)
      setAt(null)
    },
    wanted,
    setWanted,
    roles: useMemo(() => [...new Set(messages.map(({ role }) => role))], [messages]),
    hits,
    total: isAsked ? (found.data?.total ?? 0) : 0,
    index,
    go: (direction) => show(isGone ? step(index, hits.length, direction) : index),
    show,
    isSearching: isOpen && wanted.query !== '' && (wanted !== asked || found.isFetching),
    error: isAsked ? found.error : null,
  }
}

/** How much of a hit's text the page has. */
function lengthAtHand(messages: readonly MessageView[], { message, field, call }: Hit): number {
  const found = messages.find((one) => one.index === message)
  if (field === 'content') return found?.content.text.length ?? 0
  if (field === 'reasoning') return found?.reasoning?.text.length ?? 0
  return found?.calls[call ?? 0]?.argumentsText.text.length ?? 0
}
