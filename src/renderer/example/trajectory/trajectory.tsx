import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { EmptyState } from '../../widgets/index.ts'
import { estimateHeight } from '../logic/estimate-height.ts'
import { callOfResult } from '../logic/outline.ts'
import type { MessageView } from '../types.ts'
import { MessageCard } from './message-card.tsx'
import './trajectory.css'

/** What a screen may ask of the trajectory. */
export interface TrajectoryHandle {
  /** Brings a message to the top; `flash` points it out. */
  goTo: (message: number, options?: { flash?: boolean }) => void
  /** The scrolling element, for what is searched and highlighted in it. */
  element: () => HTMLDivElement | null
}

interface TrajectoryProps {
  messages: readonly MessageView[]
  /** Message being read. */
  current: number
  onCurrent: (message: number) => void
  ref: Ref<TrajectoryHandle>
}

const TOP = 12

/** The run as cards; only those near the window exist. */
export function Trajectory({ messages, current, onCurrent, ref }: TrajectoryProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // A jump's goal stays the current message even where the end of the run keeps it from reaching the top.
  const goal = useRef<number | null>(null)
  const virtualizer = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => {
      const message = messages[i]
      return message ? estimateHeight(message) : 60
    },
    getItemKey: (i) => messages[i]?.index ?? i,
    overscan: 5,
    paddingStart: TOP,
    paddingEnd: 48,
    scrollPaddingStart: TOP,
  })

  useImperativeHandle(ref, () => ({
    goTo: (message, options) => {
      const position = messages.findIndex((one) => one.index === message)
      if (position === -1) return
      goal.current = message
      virtualizer.scrollToIndex(position, { align: 'start' })
      onCurrent(message)
      if (options?.flash) flash(scroller.current, message)
    },
    element: () => scroller.current,
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
    const message = item && messages[item.index]
    if (message && message.index !== current) onCurrent(message.index)
  }

  if (messages.length === 0) return <EmptyState title="This run has no messages">The Raw tab shows the row as it is stored.</EmptyState>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section ref={scroller} className="trajectory" data-first-focus tabIndex={0} aria-label="Messages of the run" onScroll={follow}>
      <div className="trajectory-all" style={{ height: virtualizer.getTotalSize() }} role="feed" aria-busy="false">
        {virtualizer.getVirtualItems().map((item) => {
          const message = messages[item.index]
          return (
            message && (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                className={message.result?.call ? 'slot slot-answer' : 'slot'}
                data-index={item.index}
                data-message={message.index}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <MessageCard message={message} answers={callOfResult(messages, message)} isCurrent={message.index === current} />
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
