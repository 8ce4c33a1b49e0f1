import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { EmptyState } from '../../widgets/index.ts'
import { estimateHeight } from '../logic/estimate-height.ts'
import { callOfResult } from '../logic/outline.ts'
import { itemOf, type TrajectoryItem } from '../logic/trajectory-items.ts'
import type { MessageView } from '../types.ts'
import { MessageCard } from './message-card.tsx'
import { RunCard } from './run-card.tsx'
import './trajectory.css'

/** How to go to a message. */
interface Going {
  /** Points it out. */
  flash?: boolean
  /** Goes to the card of a run of like calls as it is, instead of opening it. */
  keepsClosed?: boolean
}

/** What a screen may ask of the trajectory. */
export interface TrajectoryHandle {
  /** Brings a message to the top, opening what it is folded in. */
  goTo: (message: number, going?: Going) => void
  /** The scrolling element, for what is searched and highlighted in it. */
  element: () => HTMLDivElement | null
  /** Tells the first and the last message in the window whenever these change; returns what ends it. */
  onSeen: (listener: (seen: { first: number; last: number }) => void) => () => void
}

interface TrajectoryProps {
  messages: readonly MessageView[]
  items: readonly TrajectoryItem[]
  /** Opens a run of like calls, by its first message. */
  onOpenRun: (message: number) => void
  /** Message being read. */
  current: number
  onCurrent: (message: number) => void
  ref: Ref<TrajectoryHandle>
}

const TOP = 12
const RUN_HEIGHT = 44

/** The run as cards; only those near the window exist. */
export function Trajectory({ messages, items, onOpenRun, current, onCurrent, ref }: TrajectoryProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // A jump's goal stays the current message even where the end of the run keeps it from reaching the top.
  const goal = useRef<number | null>(null)
  const waiting = useRef<{ message: number; going: Going } | null>(null)
  const listeners = useRef(new Set<(seen: { first: number; last: number }) => void>())
  const told = useRef('')
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => {
      const item = items[i]
      return item?.kind === 'message' ? estimateHeight(item.message) : RUN_HEIGHT
    },
    getItemKey: (i) => items[i]?.first ?? i,
    overscan: 5,
    paddingStart: TOP,
    paddingEnd: 48,
    scrollPaddingStart: TOP,
    onChange: () => tellSeen(),
  })

  const goTo = (message: number, going: Going = {}) => {
    const position = itemOf(items, message)
    const item = items[position]
    if (!item) return
    if (item.kind === 'run' && going.keepsClosed !== true) {
      waiting.current = { message, going }
      onOpenRun(item.first)
      return
    }
    goal.current = message
    virtualizer.scrollToIndex(position, { align: 'start' })
    onCurrent(message)
    if (going.flash) flash(scroller.current, message)
  }

  const tellSeen = () => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {}
    const inWindow = virtualizer.getVirtualItems().filter((one) => one.end > scrollTop && one.start < scrollTop + clientHeight)
    const first = items[inWindow[0]?.index ?? 0]?.first
    const last = items[inWindow.at(-1)?.index ?? 0]?.first
    if (first === undefined || last === undefined || told.current === `${first} ${last}`) return
    told.current = `${first} ${last}`
    for (const listener of listeners.current) listener({ first, last })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: other items are there once what was gone to is opened
  useEffect(() => {
    const next = waiting.current
    waiting.current = null
    if (next) goTo(next.message, next.going)
  }, [items])

  useImperativeHandle(ref, () => ({
    goTo,
    element: () => scroller.current,
    onSeen: (listener) => {
      listeners.current.add(listener)
      told.current = ''
      tellSeen()
      return () => listeners.current.delete(listener)
    },
  }))

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const letGo = () => {
      goal.current = null
    }
    const kinds = ['wheel', 'pointerdown', 'touchmove', 'keydown'] as const
    for (const kind of kinds) element.addEventListener(kind, letGo, { passive: true })
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, letGo)
    }
  }, [])

  const follow = () => {
    if (goal.current !== null) return
    const top = (scroller.current?.scrollTop ?? 0) + 48
    const item = virtualizer.getVirtualItems().find((one) => one.end > top)
    const message = item && items[item.index]?.first
    if (message !== undefined && message !== current) onCurrent(message)
  }

  if (messages.length === 0) return <EmptyState title="This run has no messages">The Raw tab shows the row as it is stored.</EmptyState>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section ref={scroller} className="trajectory" data-first-focus tabIndex={0} aria-label="Messages of the run" onScroll={follow}>
      <div className="trajectory-all" style={{ height: virtualizer.getTotalSize() }} role="feed" aria-busy="false">
        {virtualizer.getVirtualItems().map((place) => {
          const item = items[place.index]
          return (
            item && (
              <div
                key={place.key}
                ref={virtualizer.measureElement}
                className={item.kind === 'message' && item.message.result?.call ? 'slot slot-answer' : 'slot'}
                data-index={place.index}
                data-message={item.first}
                style={{ transform: `translateY(${place.start}px)` }}
              >
                {item.kind === 'message' ? (
                  <MessageCard message={item.message} answers={callOfResult(messages, item.message)} isCurrent={item.first === current} />
                ) : (
                  <RunCard line={item.line} isCurrent={item.first === current} onOpen={onOpenRun} />
                )}
              </div>
            )
          )
        })}
      </div>
    </section>
  )
}

/** Points a card out as soon as it is there: it may have to be scrolled into being first. */
function flash(scroller: HTMLElement | null, message: number, tries = 20): void {
  const card = scroller?.querySelector(`[data-message="${message}"] > .card`)
  if (card) {
    card.classList.remove('is-flash')
    requestAnimationFrame(() => card.classList.add('is-flash'))
    card.addEventListener('animationend', () => card.classList.remove('is-flash'), { once: true })
  } else if (tries > 0) requestAnimationFrame(() => flash(scroller, message, tries - 1))
}
