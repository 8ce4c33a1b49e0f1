import type { ReactNode } from 'react'
import type { PlotTable } from './types.ts'

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

/** See {@link PlotCardProps}. */
export function PlotCard({ title, subtitle, isBusy = false, actions, className = '', children }: PlotCardProps) {
  return (
    <section className={`plot-card ${className}`} aria-busy={isBusy}>
      <header className="plot-head">
        <h2>{title}</h2>
        <span className="grow" />
        {subtitle}
        {actions}
      </header>
      {children}
    </section>
  )
}
