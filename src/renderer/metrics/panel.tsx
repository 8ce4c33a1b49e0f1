import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { PlotCard, type PlotTable } from '../plots/index.ts'
import { ErrorState, IconButton, Skeleton } from '../widgets/index.ts'
import { toggled } from './logic/choices.ts'
import { TableCard } from './table-card.tsx'
import { useChoices } from './use-choices.ts'
import { useSourceWords } from './use-source-words.ts'
import type { Asked } from './use-stats.ts'

/** One card of the grid, whose answer may be on its way or missing; the others go on without it. */
export interface PanelProps<Data> {
  /** Names it in what is remembered, and files saved from it. */
  id: string
  title: string
  asked: Asked<Data>
  /** What it counts and how many, beside the title. */
  subtitle: (data: Data) => ReactNode
  table: (data: Data) => PlotTable
  /** Controls that stay whatever the answer. */
  actions?: ReactNode
  /** A line below what is drawn, which stays as well. */
  foot?: ReactNode
  /** Columns of twelve in a wide window. */
  span: 4 | 5 | 7 | 12
  /** A `table` is read as it stands; the others are drawn, with a table twin: at one height, at a larger one, or growing with their lines. */
  size?: 'plot' | 'tall' | 'grows' | 'table'
  children: (data: Data) => ReactNode
}

const NO_TABLE: PlotTable = { columns: [], rows: [] }

/** See {@link PanelProps}. */
export function Panel<Data>({
  id,
  title,
  asked,
  subtitle,
  table: tableOf,
  actions,
  foot,
  span,
  size = 'plot',
  children,
}: PanelProps<Data>) {
  const { choices, choose } = useChoices()
  const source = useSourceWords()
  const isFolded = choices.folded.includes(id)
  // Read by screen readers and written anew only with another answer: a drag draws every card many times.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer and its title decide the table
  const table = useMemo(() => (asked.data === undefined ? NO_TABLE : tableOf(asked.data)), [asked.data, title])
  const fold = <FoldButton title={title} isFolded={isFolded} onToggle={() => choose({ folded: toggled(choices.folded, id) })} />
  const look = `panel-card span-${span} panel-${size}`
  if (isFolded) return <BareCard title={title} look={`${look} panel-folded`} tools={fold} />
  const tools = (
    <>
      {actions}
      {fold}
    </>
  )
  if (asked.isError)
    return (
      <BareCard title={title} look={look} tools={tools} foot={foot}>
        <ErrorState error={asked.error} onRetry={asked.retry} isCompact />
      </BareCard>
    )
  if (asked.data === undefined)
    return (
      <BareCard title={title} look={look} tools={tools} foot={foot}>
        <Skeleton lines={8} height={14} label={`Loading ${title}`} />
      </BareCard>
    )
  const card = { title, subtitle: subtitle(asked.data), table, name: id, isBusy: asked.isBusy, actions: tools, className: look }
  if (size === 'table') return <TableCard {...card}>{children(asked.data)}</TableCard>
  return (
    <PlotCard {...card} source={source}>
      {children(asked.data)}
      {foot}
    </PlotCard>
  )
}

/** A card without an answer, of the size it will have with one. */
function BareCard({ title, look, tools, foot, children }: BareCardProps) {
  return (
    <section className={`plot-card ${look}`} aria-label={title}>
      <header className="plot-head">
        <h2>{title}</h2>
        <span className="grow" />
        {tools}
      </header>
      {children !== undefined && <div className="panel-bare">{children}</div>}
      {foot}
    </section>
  )
}

interface BareCardProps {
  title: string
  look: string
  tools: ReactNode
  foot?: ReactNode
  children?: ReactNode
}

function FoldButton({ title, isFolded, onToggle }: { title: string; isFolded: boolean; onToggle: () => void }) {
  const Icon = isFolded ? ChevronDown : ChevronUp
  return (
    <IconButton
      label={`${isFolded ? 'Unfold' : 'Fold'} ${title}`}
      aria-expanded={!isFolded}
      icon={<Icon size={14} aria-hidden />}
      onClick={onToggle}
    />
  )
}
