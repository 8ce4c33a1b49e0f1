import { Undo2 } from 'lucide-react'
import { navigate } from '../app/route.ts'
import { activeFilters } from '../browse/active-filters.ts'
import { FilterChips } from '../browse/filter-chips.tsx'
import { MeasureButton } from '../browse/measure-button.tsx'
import { useMeasures } from '../state/use-measures.ts'
import { useView } from '../state/view-store.ts'
import { Button, formatCount, Segmented } from '../widgets/index.ts'
import { DIMENSIONS, isDimension } from './logic/choices.ts'
import { PanelChooser } from './panel-chooser.tsx'
import { useChoices } from './use-choices.ts'
import { lookAtWhole, useWhole } from './whole-store.ts'

/** What is compared, of what, what narrows it, and the way to the rows. Two bars whatever is brushed, so that nothing below moves. */
export function MetricsHeader({ counts }: MetricsHeaderProps) {
  const { choices, choose } = useChoices()
  return (
    <div className="metrics-head" data-area>
      <div className="bar">
        <h1 tabIndex={-1}>Metrics</h1>
        <span className="muted cut">{counts && measuredWords(counts)}</span>
        <span className="grow" />
        <span className="muted narrow-hidden" aria-hidden>
          compare by
        </span>
        <Segmented
          label="Compare by"
          value={choices.by ?? 'none'}
          segments={[{ value: 'none', label: 'none' }, ...DIMENSIONS.map((dimension) => ({ value: dimension, label: dimension }))]}
          onChange={(by) => choose({ by: isDimension(by) ? by : null })}
        />
        <PanelChooser />
        <MeasureButton />
      </div>
      <SelectionBar examples={counts?.examples ?? null} />
    </div>
  )
}

/** See {@link MetricsHeader}. Of what is looked at; null before it is known. */
export interface MetricsHeaderProps {
  counts: { examples: number; measured: number } | null
}

function measuredWords({ examples, measured }: { examples: number; measured: number }): string {
  return measured === examples ? `${formatCount(measured)} measured` : `${formatCount(measured)} of ${formatCount(examples)} measured`
}

function SelectionBar({ examples }: { examples: number | null }) {
  const { selection, past, setSelection, goBack } = useView()
  const { isWhole } = useWhole()
  const { labelOf } = useMeasures()
  const filters = activeFilters(selection, labelOf)
  const showRows = () => {
    if (isWhole && filters.length > 0) setSelection({})
    navigate({ screen: 'browse' })
  }
  return (
    <div className="bar selection-bar">
      <Segmented
        label="Look at"
        value={isWhole ? 'whole' : 'selection'}
        segments={[
          { value: 'selection', label: 'Selection', title: 'The rows that Browse shows' },
          { value: 'whole', label: 'Whole corpus', title: 'Every row, whatever is selected' },
        ]}
        onChange={(value) => lookAtWhole(value === 'whole')}
      />
      <div className={isWhole ? 'selection-chips selection-resting' : 'selection-chips'}>
        {filters.length === 0 && (
          <span className="muted cut">Nothing filtered: drag over a plot, or pick a bar, to narrow everything.</span>
        )}
        <FilterChips filters={filters} />
      </div>
      {isWhole && filters.length > 0 && <span className="muted narrow-hidden">not in force</span>}
      <Button
        kind="ghost"
        keys="b"
        icon={<Undo2 size={14} aria-hidden />}
        disabled={past.length === 0}
        title="Take back the last change of the selection"
        onClick={goBack}
      >
        Back
      </Button>
      <Button onClick={showRows}>
        {examples === null ? 'Show the rows' : examples === 1 ? 'Show 1 row' : `Show ${formatCount(examples)} rows`}
      </Button>
    </div>
  )
}
