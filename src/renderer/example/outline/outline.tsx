import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { formatCount, formatShort, Segmented } from '../../widgets/index.ts'
import { filterOutline, type OutlineEntry, type OutlineFilter } from '../logic/outline.ts'
import { tokenWords } from '../logic/token-parts.ts'
import './outline.css'
import { Sparkline } from './sparkline.tsx'

interface OutlineProps {
  entries: readonly OutlineEntry[]
  steps: number
  filter: OutlineFilter
  onFilter: (filter: OutlineFilter) => void
  /** The entry being read. */
  current: OutlineEntry | undefined
  onGo: (message: number) => void
}

const LINE = 24
const FILTERS = [
  { value: 'all', label: 'all' },
  { value: 'edit', label: 'edit' },
  { value: 'test', label: 'test' },
  { value: 'error', label: 'error' },
  { value: 'finding', label: 'found' },
] as const
const WORDS = { plain: 'step', edit: 'edit', test: 'test run', error: 'error', finish: 'finish', finding: 'finding' } as const

/** The run at a glance: one line a step, what happened in it, its tokens. */
export function Outline({ entries, steps, filter, onFilter, current, onGo }: OutlineProps) {
  const shown = filterOutline(entries, filter)
  return (
    <div className="panel panel-side outline">
      <div className="bar">
        <h2>Steps</h2>
        <span className="muted">{steps.toLocaleString('en')}</span>
        <span className="grow" />
        <Segmented label="Show steps" value={filter} segments={FILTERS} onChange={onFilter} />
      </div>
      {shown.length === 0 ? (
        <p className="nothing">{entries.length === 0 ? 'No steps' : `No ${filter === 'error' ? 'errors' : `${filter}s`} in this run`}</p>
      ) : (
        <Lines entries={shown} current={current} onGo={onGo} />
      )}
      <Sparkline entries={entries} current={current} onGo={onGo} />
    </div>
  )
}

function Lines({
  entries,
  current,
  onGo,
}: {
  entries: readonly OutlineEntry[]
  current: OutlineEntry | undefined
  onGo: (message: number) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const at = entries.findIndex((entry) => entry.message === current?.message)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    paddingStart: 4,
    paddingEnd: 4,
  })
  useEffect(() => {
    if (at !== -1) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [at, virtualizer])
  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = by === undefined ? undefined : entries[at + by]
    if (!next) return
    event.preventDefault()
    onGo(next.message)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-line="${next.message}"]`)?.focus())
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div ref={scroller} className="scroll" onKeyDown={move}>
      <ol className="outline-lines" style={{ height: virtualizer.getTotalSize() }} aria-label="Steps of the run">
        {virtualizer.getVirtualItems().map((item) => {
          const entry = entries[item.index]
          return (
            entry && (
              <li
                key={entry.message}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={entries.length}
                aria-posinset={item.index + 1}
              >
                <Line entry={entry} isCurrent={item.index === at} isReachable={item.index === Math.max(0, at)} onGo={onGo} />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}

interface LineProps {
  entry: OutlineEntry
  isCurrent: boolean
  isReachable: boolean
  onGo: (message: number) => void
}

function Line({ entry, isCurrent, isReachable, onGo }: LineProps) {
  return (
    <button
      type="button"
      className="outline-line"
      data-line={entry.message}
      aria-current={isCurrent ? 'step' : undefined}
      tabIndex={isReachable ? 0 : -1}
      title={entry.title}
      onClick={() => onGo(entry.message)}
    >
      <span className="outline-number">{entry.message}</span>
      <i className={`dot dot-${entry.mark}`} role="img" aria-label={WORDS[entry.mark]} />
      <span className="cut">{entry.title}</span>
      <span className="outline-tokens" title={`${formatCount(entry.tokens)} tokens: ${tokenWords(entry.tokenParts)}`}>
        {formatShort(entry.tokens)}
      </span>
    </button>
  )
}
