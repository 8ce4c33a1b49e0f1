// biome-ignore-all lint/a11y/useSemanticElements: a virtual list places its lines itself, which table elements cannot; its roles and indexes say the same
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and heads are read, their links have the focus

import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useLayout } from '../state/use-layout.ts'
import { Button, ErrorState, formatCounted, IconButton, Skeleton } from '../widgets/index.ts'
import { attemptName } from './attempt-name.ts'
import { type BenchLine, benchLines, nextDifference } from './bench-lines.ts'
import { CallCell } from './call-cell.tsx'
import { alignQuery } from './queries.ts'
import { runsStyle } from './runs-style.ts'
import type { Alignment, Attempt } from './types.ts'

const LINE_HEIGHT = 28

interface CallLinesProps {
  shown: readonly Attempt[]
  /** The column one is in. */
  column: number
}

/** The calls of all runs line by line: what is the same is quiet, what differs stands out, and the first parting is marked. */
export function CallLines({ shown, column }: CallLinesProps) {
  const api = useApi()
  const ids = shown.map(({ id }) => id)
  const { data, error, refetch } = useQuery(alignQuery(api, ids))
  const [folds, setFolds] = useLayout<boolean>('siblings.folds', true, (stored) => (typeof stored === 'boolean' ? stored : null))
  const lines = useMemo(() => (data ? benchLines(data, folds) : []), [data, folds])
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} height={LINE_HEIGHT} label="Laying the runs side by side" />
  return <Lines alignment={data} lines={lines} shown={shown} column={column} folds={folds} onFold={() => setFolds(!folds)} />
}

interface LinesProps extends CallLinesProps {
  alignment: Alignment
  lines: readonly BenchLine[]
  folds: boolean
  onFold: () => void
}

function Lines({ alignment, lines, shown, column, folds, onFold }: LinesProps) {
  const list = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('.bench-scroll') ?? null,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  const go = (to: number | null) => {
    if (to === null) return
    const next = Math.min(lines.length - 1, Math.max(0, to))
    setCursor(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  useFocusAt(list, cursor, column)
  const from = cursor ?? -1
  const toDifference = (direction: 1 | -1) => go(nextDifference(lines, from, direction))
  useKeys([
    { key: 'j', name: 'Next line', group: 'Calls', repeats: true, run: () => go(from + 1) },
    { key: 'k', name: 'Previous line', group: 'Calls', repeats: true, run: () => go(from - 1) },
    { key: 'd', name: 'Next difference', group: 'Calls', repeats: true, run: () => toDifference(1) },
    { key: 'Shift+D', name: 'Previous difference', group: 'Calls', repeats: true, run: () => toDifference(-1) },
    { key: 'l', name: 'Fold what is the same', group: 'Calls', run: onFold },
  ])
  return (
    <>
      <Tools alignment={alignment} folds={folds} onFold={onFold} onDifference={toDifference} />
      <div
        ref={list}
        className="bench-lines"
        role="table"
        aria-label="Calls side by side"
        aria-rowcount={lines.length + 1}
        style={runsStyle(shown.length)}
      >
        <div role="row" aria-rowindex={1} className="visually-hidden">
          <span role="columnheader">Line</span>
          {shown.map((attempt) => (
            <span key={attempt.id} role="columnheader">
              {attemptName(attempt)}
            </span>
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            const top: CSSProperties = { transform: `translateY(${start - virtual.options.scrollMargin}px)` }
            return line ? (
              <Line key={index} line={line} index={index} style={top} shown={shown} isOn={index === cursor} onFold={onFold} />
            ) : null
          })}
        </div>
      </div>
    </>
  )
}

interface ToolsProps {
  alignment: Alignment
  folds: boolean
  onFold: () => void
  onDifference: (direction: 1 | -1) => void
}

/** Where they part, how much differs, and the ways between. */
function Tools({ alignment, folds, onFold, onDifference }: ToolsProps) {
  const { firstDivergence, lines } = alignment
  const same = benchLines(alignment, false).filter((line) => line.kind === 'calls' && line.isSame).length
  const parting = `They part at line ${(firstDivergence ?? 0) + 1}; ${formatCounted(lines.length - same, 'line')} of ${lines.length} differ`
  return (
    <div className="bench-tools">
      <span className="muted">{firstDivergence === null ? 'All make the same calls' : parting}</span>
      <IconButton
        label="Previous difference"
        keys="Shift+D"
        icon={<ChevronUp size={13} aria-hidden />}
        disabled={firstDivergence === null}
        onClick={() => onDifference(-1)}
      />
      <IconButton
        label="Next difference"
        keys="d"
        icon={<ChevronDown size={13} aria-hidden />}
        disabled={firstDivergence === null}
        onClick={() => onDifference(1)}
      />
      <span className="grow" />
      <Button keys="l" aria-pressed={folds} onClick={onFold}>
        Fold what is the same
      </Button>
    </div>
  )
}

/** The focus follows the cursor, so that what is read aloud is what one is at. */
function useFocusAt(list: { current: HTMLElement | null }, cursor: number | null, column: number): void {
  useEffect(() => {
    if (cursor === null) return
    const frame = requestAnimationFrame(() => {
      const line = list.current?.querySelector(`[data-line="${cursor}"]`)
      const cell = line?.querySelectorAll<HTMLElement>('.bench-cell')[column] ?? line
      cell?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [list, cursor, column])
}

interface LineProps {
  line: BenchLine
  index: number
  style: CSSProperties
  shown: readonly Attempt[]
  isOn: boolean
  onFold: () => void
}

function Line({ line, index, style, shown, isOn, onFold }: LineProps) {
  const shared = { role: 'row', 'aria-rowindex': index + 2, 'data-line': index, style }
  if (line.kind === 'fold') {
    return (
      <div {...shared} className={isOn ? 'bench-line bench-fold bench-line-on' : 'bench-line bench-fold'}>
        <span role="cell" className="bench-number">
          {line.at + 1}
        </span>
        <span role="cell" className="bench-folded">
          <button type="button" onClick={onFold}>
            {formatCounted(line.count, 'call')} the same in all
          </button>
        </span>
      </div>
    )
  }
  const classes = ['bench-line', line.isSame && 'bench-same', line.isParting && 'bench-parting', isOn && 'bench-line-on']
  return (
    <div {...shared} className={classes.filter(Boolean).join(' ')}>
      <span role="cell" className="bench-number" title={line.isParting ? 'The runs part here' : undefined}>
        {line.at + 1}
        {line.isParting && <span className="visually-hidden"> the runs part here</span>}
      </span>
      {line.calls.map((call, run) => (
        <CallCell key={shown[run]?.id ?? run} call={call} id={shown[run]?.id ?? ''} isAlike={!line.isSame && isRepeated(line.calls, run)} />
      ))}
    </div>
  )
}

/** Another run makes the same call on this line. */
function isRepeated(calls: readonly ({ same: number } | null)[], run: number): boolean {
  const same = calls[run]?.same
  return same !== undefined && calls.some((other, at) => at !== run && other?.same === same)
}
