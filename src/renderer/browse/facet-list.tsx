import { useState } from 'react'
import { formatCount } from '../widgets/index.ts'
import type { FacetId } from './edit-selection.ts'
import { type FacetBlock, facetWord } from './facet-words.ts'
import { ClearButton } from './histogram-filter.tsx'

/** A value with the number of examples behind it. */
export interface FacetCount {
  value: string
  count: number
}

const SHOWN = 6

/** One facet: its values with counts, the first six and those ticked before "n more". */
export function FacetList({ block, counts, ticked, onToggle, onClear }: FacetListProps) {
  const [isOpen, setOpen] = useState(false)
  const { facet, title, isFixed } = block
  const values = isFixed
    ? isFixed.map((value) => counts.find((one) => one.value === value) ?? { value, count: 0 })
    : withTicked(counts, ticked)
  const shown = isFixed || isOpen ? values : values.filter((one, i) => i < SHOWN || ticked.includes(one.value))
  const more = values.length - shown.length
  return (
    <section className="facet">
      <header className="facet-head">
        <h2>{title}</h2>
        {ticked.length > 0 && <ClearButton what={title} onClick={onClear} />}
      </header>
      {shown.map(({ value, count }) => (
        <label key={value} className="facet-line">
          <input type="checkbox" className="box" checked={ticked.includes(value)} onChange={() => onToggle(value)} />
          <FacetWord facet={facet} value={value} />
          <span className="facet-count">{formatCount(count)}</span>
        </label>
      ))}
      {(more > 0 || isOpen) && (
        <button type="button" className="facet-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'fewer' : `${more} more`}
        </button>
      )}
    </section>
  )
}

/** See {@link FacetList}. */
export interface FacetListProps {
  block: FacetBlock
  counts: readonly FacetCount[]
  ticked: readonly string[]
  onToggle: (value: string) => void
  onClear: () => void
}

function FacetWord({ facet, value }: { facet: FacetId; value: string }) {
  const word = facetWord(facet, value)
  return (
    <span className={`cut facet-${facet}-${value}`} title={word}>
      {word}
    </span>
  )
}

/** A ticked value that no row has any more still needs its box, so that it can be unticked. */
function withTicked(counts: readonly FacetCount[], ticked: readonly string[]): FacetCount[] {
  const gone = ticked.filter((value) => !counts.some((one) => one.value === value))
  return [...counts, ...gone.map((value) => ({ value, count: 0 }))]
}
