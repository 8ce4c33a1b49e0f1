import type { CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { labelText } from './label-text.ts'
import type { GroupLook } from './types.ts'

/** What is told about the place under the pointer, or the one with the focus. */
export interface HintContent {
  title: string
  lines: readonly HintLine[]
}

/** One line of a hint: "✓ resolved   1,204 · 12.1 %". */
interface HintLine {
  look?: GroupLook
  label: string
  value: string
}

/** A hint and where it points to, in px of the window. */
export interface HintState extends HintContent {
  x: number
  y: number
}

const AWAY = 14

/** A small panel beside a point, on the side with more room. Silent: all of it is in the table and in the names of what has the focus. */
export function Hint({ hint }: { hint: HintState | null }) {
  if (!hint) return null
  return createPortal(
    <div className="plot-hint" style={besides(hint)} aria-hidden>
      <b>{hint.title}</b>
      {hint.lines.map((line) => (
        <div key={`${line.look?.key ?? ''} ${line.label}`}>
          {line.look && <i style={{ color: line.look.color }}>{line.look.glyph}</i>}
          <span>{labelText(line.label)}</span>
          <span className="number">{line.value}</span>
        </div>
      ))}
    </div>,
    document.body,
  )
}

/** The middle of an element's top edge: where the hint of something with the focus points to. */
export function pointOf(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

function besides({ x, y }: HintState): CSSProperties {
  const { innerWidth, innerHeight } = window
  return {
    ...(x > innerWidth / 2 ? { right: innerWidth - x + AWAY } : { left: x + AWAY }),
    ...(y > innerHeight / 2 ? { bottom: innerHeight - y + AWAY / 2 } : { top: y + AWAY / 2 }),
  }
}
