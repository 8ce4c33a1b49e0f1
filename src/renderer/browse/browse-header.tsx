import { Download, Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { BulkButton } from '../bulk/index.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useDebounced } from '../state/use-debounced.ts'
import { useMeasures } from '../state/use-measures.ts'
import { useView } from '../state/view-store.ts'
import { Button, Field, formatCount, Kbd } from '../widgets/index.ts'
import { activeFilters } from './active-filters.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { setWords } from './edit-selection.ts'
import { FilterChips } from './filter-chips.tsx'
import { MeasureButton } from './measure-button.tsx'
import { standingWords } from './measuring-words.ts'
import type { ColumnChoice } from './use-columns.ts'
import { WhereField } from './where-field.tsx'

/** How many of how many in which order; text and expression filters; the filters in force, each with its ×. */
export function BrowseHeader({ total, counts, choice, onCsv }: BrowseHeaderProps) {
  const selection = useView((view) => view.selection)
  const sort = useView((view) => view.sort)
  const { labelOf } = useMeasures()
  const [isExpert, setExpert] = useState(selection.where !== undefined)
  const [wasAsked, setAsked] = useState(false)
  const toggleExpert = () => {
    setExpert(!isExpert)
    setAsked(true)
  }
  const filters = activeFilters(selection, labelOf)
  const sortTitle = sort && (choice.all.find((column) => column.sort === sort.column)?.title.toLowerCase() ?? sort.column)
  return (
    <>
      <div className="bar">
        <h1 tabIndex={-1}>{total === null ? 'Examples' : formatCount(total)}</h1>
        <span className="standing-words muted cut" title={total === null ? undefined : standingWords(total, counts)}>
          {total !== null && standingWords(total, counts)}
          {sortTitle && (
            <span className="narrow-hidden">
              {' '}
              · by {sortTitle} {sort.descending ? '↓' : '↑'}
            </span>
          )}
        </span>
        <span className="grow" />
        <TextFilter />
        <Button kind={isExpert ? 'plain' : 'ghost'} aria-expanded={isExpert} onClick={toggleExpert}>
          Expression
        </Button>
        <ColumnChooser choice={choice} />
        <MeasureButton />
        <BulkButton isDisabled={total === null || total === 0} />
        <Button icon={<Download size={14} aria-hidden />} onClick={onCsv}>
          <span className="narrow-hidden">CSV</span>
        </Button>
      </div>
      {isExpert && <WhereField isFocused={wasAsked} />}
      {filters.length > 0 && (
        <div className="bar filter-bar">
          <FilterChips filters={filters} />
        </div>
      )}
    </>
  )
}

/** See {@link BrowseHeader}. `total` counts the selection, `counts` the workspace. */
export interface BrowseHeaderProps {
  total: number | null
  counts: { indexed: number; measured: number }
  choice: ColumnChoice
  onCsv: () => void
}

function TextFilter() {
  const selection = useView((view) => view.selection)
  const setSelection = useView((view) => view.setSelection)
  const [typed, setTyped] = useState(selection.text ?? '')
  const input = useRef<HTMLInputElement>(null)
  const settled = useDebounced(typed, 150)
  const inForce = selection.text ?? ''
  // What was typed since its own words came into force stays: only others' words replace it.
  const own = useRef(inForce)
  useKeys([{ key: '/', name: 'Filter by text', group: 'Browse', run: () => input.current?.focus() }])
  useEffect(() => {
    const { selection: now } = useView.getState()
    if (settled === (now.text ?? '')) return
    own.current = settled
    setSelection(setWords(now, 'text', settled))
  }, [settled, setSelection])
  useEffect(() => {
    if (inForce !== own.current) setTyped(inForce)
    own.current = inForce
  }, [inForce])
  return (
    <Field
      ref={input}
      className="text-filter"
      label="Filter by instance, repository, trajectory or model"
      isLabelHidden
      placeholder="Instance, repository, model"
      icon={<Search size={13} aria-hidden />}
      suffix={<Kbd keys="/" />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && (typed === '' ? event.currentTarget.blur() : setTyped(''))}
    />
  )
}
