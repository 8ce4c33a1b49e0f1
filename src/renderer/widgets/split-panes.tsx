import { type CSSProperties, Fragment, type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { useLayout } from '../state/use-layout.ts'
import { dragSize, readSizes, type Sizes, trackOf } from './split-sizes.ts'

/** A panel of a {@link SplitPanes}. Exactly one of them has size 'rest' and takes what the others leave. */
export interface Pane {
  id: string
  /** Names the panel for assistive technology. */
  label: string
  /** First width in px. */
  size: number | 'rest'
  /** Least width in px. */
  min: number
  content: ReactNode
}

/** Panels side by side with handles between them: dragged, or moved with the arrow keys; a double click resets. Widths are remembered under `name`. */
export function SplitPanes({ name, panes }: { name: string; panes: readonly Pane[] }) {
  const [stored, remember] = useLayout<Sizes>(`split.${name}`, {}, readSizes)
  const [moving, setMoving] = useState<Sizes | null>(null)
  const sizes = moving ?? stored
  const done = (next: Sizes) => {
    setMoving(null)
    remember(next)
  }
  const style: CSSProperties = { gridTemplateColumns: panes.map((pane) => trackOf(pane, sizes)).join(' 0 ') }
  return (
    <div className="split" style={style}>
      {panes.map((pane, i) => {
        const before = panes[i - 1]
        return (
          <Fragment key={pane.id}>
            {before && <Handle before={before} after={pane} sizes={sizes} onMove={setMoving} onDone={done} />}
            <section className="split-pane" aria-label={pane.label} data-pane={pane.id} data-area>
              {pane.content}
            </section>
          </Fragment>
        )
      })}
    </div>
  )
}

interface HandleProps {
  before: Pane
  after: Pane
  sizes: Sizes
  onMove: (sizes: Sizes) => void
  onDone: (sizes: Sizes) => void
}

function Handle({ before, after, sizes, onMove, onDone }: HandleProps) {
  const isLeft = before.size !== 'rest'
  const pane = isLeft ? before : after
  const resized = (from: number, by: number): Sizes => ({ ...sizes, [pane.id]: dragSize(pane, from, isLeft ? by : -by, window.innerWidth) })
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget
    const neighbour = isLeft ? handle.previousElementSibling : handle.nextElementSibling
    const start = event.clientX
    const from = neighbour?.getBoundingClientRect().width ?? pane.min
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = (move) => onMove(resized(from, move.clientX - start))
    handle.onlostpointercapture = (end) => {
      handle.onpointermove = null
      handle.onlostpointercapture = null
      onDone(resized(from, end.clientX - start))
    }
  }
  const nudge = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onDone(resized(sizes[pane.id] ?? Number(pane.size), by))
  }
  const { [pane.id]: _, ...others } = sizes
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator that resizes has no element of its own
    <div
      className="split-handle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${pane.label}`}
      aria-valuenow={sizes[pane.id] ?? Number(pane.size)}
      aria-valuemin={pane.min}
      onPointerDown={drag}
      onKeyDown={nudge}
      onDoubleClick={() => onDone(others)}
    />
  )
}
