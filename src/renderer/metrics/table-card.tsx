import { Copy } from 'lucide-react'
import { useId } from 'react'
import type { PlotCardProps } from '../plots/index.ts'
import { copyPlot } from '../plots/take-away.ts'
import { IconButton } from '../widgets/index.ts'

/** A card whose content is its table: like a plot's, but with nothing to draw it can only be copied as CSV. */
export function TableCard({
  title,
  subtitle,
  table,
  name,
  isBusy = false,
  actions,
  className = '',
  children,
}: Omit<PlotCardProps, 'source'>) {
  const id = useId()
  return (
    <section className={`plot-card ${className}`} aria-labelledby={id} aria-busy={isBusy}>
      <header className="plot-head">
        <h2 id={id}>{title}</h2>
        <span className="grow" />
        <span className="plot-subtitle">{subtitle}</span>
        {actions}
        <IconButton
          label={`Copy ${title} as CSV`}
          icon={<Copy size={14} aria-hidden />}
          onClick={() => void copyPlot({ title, name, source: '', table, drawing: null }, 'CSV')}
        />
      </header>
      <div className={isBusy ? 'table-body is-busy' : 'table-body'}>{children}</div>
    </section>
  )
}
