import { type ReactNode, useId, useRef, useState } from 'react'
import { PlotMenu } from './plot-menu.tsx'
import { TableTwin } from './table-twin.tsx'
import type { PlotTable } from './types.ts'
import './plots.css'

/** A card with one plot, its table twin, and the menu that copies and saves it. */
export interface PlotCardProps {
  title: string
  /** A few quiet words at the right of the header: "n ≥ 25, 95 % interval". */
  subtitle?: ReactNode
  table: PlotTable
  /** Stem of files saved from it, without an extension: "tokens-by-outcome". */
  name: string
  /** One line under an exported picture: what the numbers are of. */
  source?: string
  /** An answer is on its way; the last one stays, dimmed. */
  isBusy?: boolean
  /** Controls in the header, before the menu. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** See {@link PlotCardProps}. The picture is of the first SVG of the plots' own within. */
export function PlotCard({ title, subtitle, table, name, source = '', isBusy = false, actions, className = '', children }: PlotCardProps) {
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const [isTable, setTable] = useState(false)
  const read = () => ({ title, name, source, table, drawing: body.current?.querySelector<SVGSVGElement>('svg.plot-svg') ?? null })
  return (
    <figure className={`plot-card ${className}`} aria-labelledby={`${id}-title`} aria-describedby={`${id}-table`} aria-busy={isBusy}>
      <figcaption className="plot-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <span className="grow" />
        {subtitle !== undefined && (
          <span className="plot-subtitle" title={typeof subtitle === 'string' ? subtitle : undefined}>
            {subtitle}
          </span>
        )}
        {actions}
        <PlotMenu title={title} read={read} isTable={isTable} onTable={setTable} />
      </figcaption>
      <div className={`plot-body ${isTable ? 'is-table' : ''} ${isBusy ? 'is-busy' : ''}`} ref={body}>
        <div className="plot-drawn" inert={isTable}>
          {children}
        </div>
        <TableTwin id={`${id}-table`} title={title} table={table} isSeen={isTable} />
      </div>
    </figure>
  )
}
