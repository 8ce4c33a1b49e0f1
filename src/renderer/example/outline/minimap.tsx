import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { formatCount } from '../../widgets/index.ts'
import { type MinimapRow, minimapRows, rowAt } from '../logic/minimap-rows.ts'
import type { OutlineEntry } from '../logic/outline.ts'
import type { TrajectoryHandle } from '../trajectory/trajectory.tsx'
import './minimap.css'

/** Rows drawn at most: more would be thinner than a line of the screen. */
const MOST = 400
/** Lanes from the left, in the map's own units; tokens grow from the fifth on. */
const LANES = { edit: 0, test: 7, error: 14, finding: 21, tokens: 29, end: 48 }

interface MinimapProps {
  entries: readonly OutlineEntry[]
  steps: number
  current: number
  onGo: (message: number) => void
  trajectory: RefObject<TrajectoryHandle | null>
}

/**
 * The whole run as a narrow strip: a row a step, a lane each for edits, test runs, errors and findings, and its tokens as a bar. Click, drag or use the
 * arrow keys to go there. The outline's list says the same in words.
 */
export function Minimap({ entries, steps, current, onGo, trajectory }: MinimapProps) {
  const strip = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<{ row: MinimapRow; y: number } | null>(null)
  const rows = useMemo(() => minimapRows(entries, MOST), [entries])
  const seen = useSeen(trajectory)
  if (rows.length === 0) return null
  const at = rowAt(rows, current)
  const here = rows[at]
  const rowUnder = (event: PointerEvent): MinimapRow | undefined => {
    const box = strip.current?.getBoundingClientRect()
    const share = box ? (event.clientY - box.top) / box.height : 0
    return rows[Math.max(0, Math.min(rows.length - 1, Math.floor(share * rows.length)))]
  }
  const point = (event: PointerEvent) => {
    const row = rowUnder(event)
    const top = strip.current?.getBoundingClientRect().top ?? 0
    if (row) setHover({ row, y: event.clientY - top })
    if (row && event.buttons === 1) onGo(row.heaviest.message)
  }
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    point(event)
  }
  const move = (event: KeyboardEvent) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, keyTarget(event.key, at, rows.length)))]
    if (!target || keyTarget(event.key, at, rows.length) === at) return
    event.preventDefault()
    event.stopPropagation()
    onGo(target.first)
  }
  const most = Math.max(1, ...rows.map((row) => row.tokens))
  const first = rowAt(rows, seen?.first ?? current)
  const last = Math.max(first, rowAt(rows, seen?.last ?? current))
  return (
    <div className="minimap">
      <div
        ref={strip}
        className="minimap-strip"
        role="slider"
        tabIndex={0}
        aria-label="Map of the run"
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={rows.length}
        aria-valuenow={at + 1}
        aria-valuetext={here ? hintOf(here, steps) : undefined}
        style={{ height: `min(100%, ${rows.length * 12}px)` }}
        onPointerDown={press}
        onPointerMove={point}
        onPointerLeave={() => setHover(null)}
        onKeyDown={move}
      >
        <svg viewBox={`0 0 ${LANES.end} ${rows.length}`} preserveAspectRatio="none" aria-hidden>
          <rect className="minimap-seen" x={0} y={first} width={LANES.end} height={last - first + 1} />
          <path
            className="minimap-tokens"
            d={rows.map((row, y) => bar(LANES.tokens, y, Math.max(1, (row.tokens / most) * (LANES.end - LANES.tokens)))).join('')}
          />
          <path className="minimap-edit" d={lane(rows, LANES.edit, (row) => row.isEdit)} />
          <path className="minimap-test" d={lane(rows, LANES.test, (row) => row.isTest)} />
          <path className="minimap-error" d={lane(rows, LANES.error, (row) => row.isError)} />
          <path className="minimap-finding" d={lane(rows, LANES.finding, (row) => row.isFound)} />
        </svg>
        <i className="minimap-here" style={{ top: `${(at / rows.length) * 100}%`, height: `max(3px, ${100 / rows.length}%)` }} />
        {hover && (
          <span className="minimap-hint" style={{ top: hover.y }}>
            {hintOf(hover.row, steps)}
          </span>
        )}
      </div>
    </div>
  )
}

function lane(rows: readonly MinimapRow[], x: number, isThere: (row: MinimapRow) => boolean): string {
  return rows.map((row, y) => (isThere(row) ? bar(x, y, 6) : '')).join('')
}

/** A box of a row with a little air above and below. */
function bar(x: number, y: number, width: number): string {
  return `M${x} ${y + 0.1}h${width.toFixed(1)}v.8H${x}z`
}

function keyTarget(key: string, at: number, count: number): number {
  const by: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -count, End: count }
  return Math.max(0, Math.min(count - 1, at + (by[key] ?? 0)))
}

function hintOf({ first, last, heaviest, isError, isEdit, isTest, isFound }: MinimapRow, steps: number): string {
  const marks = [isFound && 'finding', isError && 'error', isTest && 'test run', isEdit && 'edit'].filter(Boolean)
  const place = heaviest.step === null ? `message ${heaviest.message}` : `step ${heaviest.step} of ${steps}`
  const group = first === last ? place : `messages ${first} to ${last}, ${place}`
  return [group, heaviest.title, `${formatCount(heaviest.tokens)} tokens`, ...marks].join(' · ')
}

/** The messages in the window, followed without drawing the run anew. */
function useSeen(trajectory: RefObject<TrajectoryHandle | null>): { first: number; last: number } | null {
  const [seen, setSeen] = useState<{ first: number; last: number } | null>(null)
  useEffect(() => trajectory.current?.onSeen(setSeen), [trajectory])
  return seen
}
