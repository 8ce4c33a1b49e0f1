import { useVirtualizer } from '@tanstack/react-virtual'
import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { formatCount, formatShort, IconButton } from '../../widgets/index.ts'
import { collapseRuns, holds, messageOf, type OutlineLine } from '../logic/collapse-runs.ts'
import { filterOutline, type OutlineEntry, type StepKind } from '../logic/outline.ts'
import { tokenWords } from '../logic/token-parts.ts'
import type { Collapse } from '../use-collapse.ts'
import { KindFilter } from './kind-filter.tsx'
import './outline.css'

interface OutlineProps {
  entries: readonly OutlineEntry[]
  steps: number
  kinds: readonly StepKind[]
  onKinds: (kinds: StepKind[]) => void
  collapse: Collapse
  /** The message being read. */
  current: number
  onGo: (message: number) => void
}

const LINE = 24
const WORDS = { plain: 'step', edit: 'edit', test: 'test run', error: 'error', finish: 'finish', finding: 'finding' } as const

/** The run at a glance: one line a step, what happened in it, its tokens. */
export function Outline({ entries, steps, kinds, onKinds, collapse, current, onGo }: OutlineProps) {
  const shown = filterOutline(entries, kinds)
  const lines: OutlineLine[] =
    collapse.isOn && kinds.length === 0 ? collapseRuns(shown, collapse.opened) : shown.map((entry) => ({ kind: 'entry', entry }))
  const total = entries.reduce((sum, entry) => sum + entry.tokens, 0)
  return (
    <div className="panel panel-side outline">
      <div className="bar">
        <h2>Steps</h2>
        <span className="muted">{steps.toLocaleString('en')}</span>
        <span className="outline-total faint" title={`${formatCount(total)} cl100k_base tokens in all`}>
          {formatShort(total)} tok
        </span>
        <span className="grow" />
        <IconButton
          label="Collapse runs of like calls"
          keys="l"
          icon={collapse.isOn ? <UnfoldVertical size={14} aria-hidden /> : <FoldVertical size={14} aria-hidden />}
          aria-pressed={collapse.isOn}
          onClick={collapse.toggle}
        />
      </div>
      <KindFilter entries={entries} kinds={kinds} onKinds={onKinds} />
      {lines.length === 0 ? (
        <p className="nothing">{entries.length === 0 ? 'No steps' : `No step of this run is of these kinds: ${kinds.join(', ')}`}</p>
      ) : (
        <Lines lines={lines} current={current} onGo={onGo} onOpen={collapse.isOn ? collapse.open : null} />
      )}
    </div>
  )
}

interface LinesProps {
  lines: readonly OutlineLine[]
  current: number
  onGo: (message: number) => void
  onOpen: ((message: number) => void) | null
}

function Lines({ lines, current, onGo, onOpen }: LinesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const at = placeOf(lines, current)
  const virtualizer = useVirtualizer({
    count: lines.length,
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
    const next = by === undefined ? undefined : lines[at + by]
    if (!next) return
    event.preventDefault()
    onGo(messageOf(next))
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-line="${messageOf(next)}"]`)?.focus())
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div ref={scroller} className="scroll" onKeyDown={move}>
      <ol className="outline-lines" style={{ height: virtualizer.getTotalSize() }} aria-label="Steps of the run">
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index]
          return (
            line && (
              <li
                key={messageOf(line)}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={lines.length}
                aria-posinset={item.index + 1}
              >
                <Line line={line} isCurrent={item.index === at} isReachable={item.index === Math.max(0, at)} onGo={onGo} onOpen={onOpen} />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}

/** The line a message stands in, or the last before it. */
function placeOf(lines: readonly OutlineLine[], message: number): number {
  const at = lines.findIndex((line) => holds(line, message))
  return at === -1 ? lines.findLastIndex((line) => messageOf(line) <= message) : at
}

interface LineProps {
  line: OutlineLine
  isCurrent: boolean
  isReachable: boolean
  onGo: (message: number) => void
  onOpen: ((message: number) => void) | null
}

function Line({ line, isCurrent, isReachable, onGo, onOpen }: LineProps) {
  const message = messageOf(line)
  const { title, mark, tokens } = line.kind === 'entry' ? line.entry : line
  const spent = line.kind === 'entry' ? `: ${tokenWords(line.entry.tokenParts)}` : ''
  const isMasked = line.kind === 'entry' && line.entry.isMasked
  const go = () => {
    if (line.kind === 'run') onOpen?.(message)
    onGo(message)
  }
  return (
    <button
      type="button"
      className={`outline-line${isMasked ? ' is-masked' : ''}${line.kind === 'run' ? ' is-run' : ''}`}
      data-line={message}
      aria-current={isCurrent ? 'step' : undefined}
      aria-expanded={line.kind === 'run' ? false : undefined}
      tabIndex={isReachable ? 0 : -1}
      title={isMasked ? `${title} (out of the loss)` : title}
      onClick={go}
    >
      <span className="outline-number">{message}</span>
      <i className={`dot dot-${mark}`} role="img" aria-label={WORDS[mark]} />
      <span className="cut">{title}</span>
      <span className="outline-tokens" title={`${formatCount(tokens)} tokens${spent}`}>
        {formatShort(tokens)}
      </span>
    </button>
  )
}
