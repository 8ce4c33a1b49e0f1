import type { ReactNode } from 'react'

/** An SVG at the container's width with what can be pointed at laid over it. */
export interface DrawingProps {
  refs: (element: HTMLElement | null) => (() => void) | undefined
  width: number
  /** Of the drawing where it is wider than the container, px; the rest scrolls. */
  wide?: number
  /** Of the drawing, px. */
  height: number
  /** What is seen of it, px; the rest scrolls. */
  shown?: number
  /** Names the scrolling part. */
  label?: string
  /** Buttons, sliders: HTML, so that focus and keys work as everywhere, and pictures do without them. */
  overlay?: ReactNode
  children: ReactNode
}

/** See {@link DrawingProps}. What it says is said by the card's table as well, so the SVG itself is silent. */
export function Drawing({ refs, width, height, wide = width, shown = height, label, overlay, children }: DrawingProps) {
  const scrolling = shown < height || wide > width ? { tabIndex: 0, role: 'group', 'aria-label': label } : {}
  return (
    <div className="plot-scroll" style={{ height: shown }} {...scrolling}>
      <div className="plot" ref={refs} style={{ height }}>
        <svg className="plot-svg" width={wide} height={height} viewBox={`0 0 ${wide} ${height}`} aria-hidden focusable="false">
          {children}
        </svg>
        {overlay}
      </div>
    </div>
  )
}

/** In a plot's place when there is nothing to draw. */
export function PlotEmpty({ height, children = 'Nothing measured in this selection' }: { height: number; children?: ReactNode }) {
  return (
    <p className="plot-empty" style={{ height }}>
      {children}
    </p>
  )
}
