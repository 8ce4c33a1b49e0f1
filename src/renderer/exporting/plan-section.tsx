import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** One part of the plan: its number in the order people think of it, its name, and, folded, what is chosen in it. */
export function PlanSection({ number, title, summary, isOpen, onToggle, children }: PlanSectionProps) {
  const id = useId()
  return (
    <section className="export-part" aria-labelledby={`${id}-title`}>
      <h2>
        <button type="button" className="export-part-head" aria-expanded={isOpen} aria-controls={`${id}-body`} onClick={onToggle}>
          <ChevronRight size={14} aria-hidden className="export-part-arrow" />
          <span className="export-part-number" aria-hidden>
            {number}
          </span>
          <span id={`${id}-title`}>{title}</span>
          <span className="export-part-line">{summary}</span>
        </button>
      </h2>
      {isOpen && (
        <div id={`${id}-body`} className="export-part-body">
          {children}
        </div>
      )}
    </section>
  )
}

/** See {@link PlanSection}. */
export interface PlanSectionProps {
  number: number
  title: string
  summary: ReactNode
  isOpen: boolean
  onToggle: () => void
  children: ReactNode
}
