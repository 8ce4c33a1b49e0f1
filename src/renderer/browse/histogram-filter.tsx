import { type PointerEvent, useState } from 'react'
import type { Answers } from '../api/api.ts'
import { formatCount, formatShort } from '../widgets/index.ts'
import { rangeWords } from './active-filters.ts'
import { brushLimits, isBinInside } from './bin-edges.ts'
import type { Limits } from './edit-selection.ts'

/** One measure's distribution over the selection. */
type Histogram = Answers['example']['facets']['histograms'][number]

const OPEN: Limits = { min: null, max: null }

/** A histogram to brush, with number inputs that say the same by keyboard. */
export function HistogramFilter({ title, histogram, limits = OPEN, onChange }: HistogramFilterProps) {
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null)
  const shown = brush ? brushLimits(histogram, brush.from, brush.to) : limits
  const top = Math.max(1, ...histogram.bins)
  const isLimited = shown.min !== null || shown.max !== null

  const binAt = (event: PointerEvent<HTMLDivElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / box.width
    return Math.max(0, Math.min(histogram.bins.length - 1, Math.floor(share * histogram.bins.length)))
  }
  const finish = () => {
    if (!brush) return
    onChange(brushLimits(histogram, brush.from, brush.to))
    setBrush(null)
  }
  return (
    <section className="facet">
      <header className="facet-head">
        <h2>{title}</h2>
        {isLimited && <span className="faint">{rangeWords(shown)}</span>}
        {isLimited && <ClearButton what={title} onClick={() => onChange(OPEN)} />}
      </header>
      <div
        className="spark"
        aria-hidden
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setBrush({ from: binAt(event), to: binAt(event) })
        }}
        onPointerMove={(event) => brush && setBrush({ ...brush, to: binAt(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setBrush(null)}
      >
        {histogram.bins.map((count, bin) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          <span key={bin} title={`${formatCount(count)} examples`}>
            <i
              className={isBinInside(histogram, bin, shown) ? '' : 'off'}
              style={{ height: `${count === 0 ? 0 : Math.max(4, (count / top) * 100)}%` }}
            />
          </span>
        ))}
      </div>
      <div className="range">
        <RangeInput label={`Least ${title}`} value={limits.min} hint={histogram.min} onChange={(min) => onChange({ ...limits, min })} />
        <span className="faint">to</span>
        <RangeInput label={`Most ${title}`} value={limits.max} hint={histogram.max} onChange={(max) => onChange({ ...limits, max })} />
      </div>
    </section>
  )
}

/** See {@link HistogramFilter}. */
export interface HistogramFilterProps {
  title: string
  histogram: Histogram
  limits?: Limits
  onChange: (limits: Limits) => void
}

/** The small button at a block's head that takes its filter away. */
export function ClearButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <button type="button" className="facet-clear" aria-label={`Clear ${what}`} onClick={onClick}>
      clear
    </button>
  )
}

function RangeInput({
  label,
  value,
  hint,
  onChange,
}: {
  label: string
  value: number | null
  hint: number
  onChange: (value: number | null) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    const number = Number(draft.replaceAll(/[,\s]/g, ''))
    if (draft.trim() === '') onChange(null)
    else if (Number.isFinite(number)) onChange(number)
    setDraft(null)
  }
  return (
    <input
      className="range-input"
      inputMode="numeric"
      aria-label={label}
      placeholder={formatShort(hint)}
      value={draft ?? (value === null ? '' : formatCount(value))}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
