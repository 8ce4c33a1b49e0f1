import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { firstHitFrom, ordinalOf, placeKey, readFrom, step } from '../logic/find-plan.ts'
import { findQuery } from '../queries.ts'
import type { Trace } from '../trajectory/trace-context.ts'
import type { TrajectoryHandle } from '../trajectory/trajectory.tsx'
import type { Hit, MessageView } from '../types.ts'
import { centre, clearHighlights, highlightText, type Pointed } from './highlight-text.ts'

const TYPING_PAUSE = 140
const FRAMES = 40

/** Find-in-trace as the bar and the keys see it. */
export interface Find {
  isOpen: boolean
  open: () => void
  close: () => void
  query: string
  setQuery: (query: string) => void
  hits: readonly Hit[]
  total: number
  /** Hit pointed out, from 0; -1 when there is none. */
  index: number
  go: (direction: 1 | -1) => void
  isSearching: boolean
  error: unknown
}

interface Around {
  trace: Trace
  messages: readonly MessageView[]
  current: number
  trajectory: RefObject<TrajectoryHandle | null>
}

/** Searches the whole run, goes from hit to hit, opens what they are folded in, and highlights them where they are drawn. */
export function useFind({ trace, messages, current, trajectory }: Around): Find {
  const api = useApi()
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [pause, setPause] = useState('')
  const [at, setAt] = useState<{ query: string; index: number } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setPause(query), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [query])
  const found = useQuery({ ...findQuery(api, trace.id, isOpen ? pause : ''), placeholderData: undefined })
  const hits = isOpen && pause !== '' ? (found.data?.hits ?? []) : []
  const index = hits.length === 0 ? -1 : at?.query === pause ? Math.min(at.index, hits.length - 1) : firstHitFrom(hits, current)
  const hit = at?.query === pause ? hits[index] : undefined
  const from = hit ? (trace.opened.get(placeKey(hit)) ?? 0) : 0

  useHighlights(trajectory, isOpen ? pause : '', hit ? { key: placeKey(hit), ordinal: ordinalOf(hits, index, from) } : null, at)

  const show = (next: number) => {
    const target = hits[next]
    if (!target) return
    setAt({ query: pause, index: next })
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
    query,
    setQuery,
    hits,
    total: isOpen && pause !== '' ? (found.data?.total ?? 0) : 0,
    index,
    go: (direction) => show(at?.query === pause ? step(index, hits.length, direction) : index),
    isSearching: isOpen && query !== '' && (query !== pause || found.isFetching),
    error: found.error,
  }
}

/** How much of a hit's text the page has. */
function lengthAtHand(messages: readonly MessageView[], { message, field, call }: Hit): number {
  const found = messages.find((one) => one.index === message)
  if (field === 'content') return found?.content.text.length ?? 0
  if (field === 'reasoning') return found?.reasoning?.text.length ?? 0
  return found?.calls[call ?? 0]?.argumentsText.text.length ?? 0
}

/** Paints after everything the list draws, and brings a newly pointed hit to the middle of the window once. */
function useHighlights(trajectory: RefObject<TrajectoryHandle | null>, query: string, pointed: Pointed | null, turn: unknown): void {
  const key = pointed?.key ?? null
  const ordinal = pointed?.ordinal ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn to the same hit brings it into view again
  useEffect(() => {
    const root = trajectory.current?.element()
    if (!root || query === '') return clearHighlights()
    let frame = 0
    let framesLeft = key === null ? 0 : FRAMES
    const paint = () => {
      frame = 0
      const range = highlightText(root, query, key === null ? null : { key, ordinal })
      if (framesLeft === 0) return
      framesLeft--
      if (range && framesLeft < FRAMES - 4) {
        framesLeft = 0
        centre(root, range)
      } else schedule()
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    const observer = new MutationObserver(schedule)
    observer.observe(root, { childList: true, subtree: true, characterData: true })
    schedule()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      clearHighlights()
    }
  }, [trajectory, query, key, ordinal, turn])
}
