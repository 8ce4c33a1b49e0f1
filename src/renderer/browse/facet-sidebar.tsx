import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { useMeasures } from '../state/use-measures.ts'
import { type Selection, useView } from '../state/view-store.ts'
import { ErrorState, Skeleton } from '../widgets/index.ts'
import { setFacet, setRange, toggleFacet } from './edit-selection.ts'
import { FacetList } from './facet-list.tsx'
import { FACET_BLOCKS, type FacetBlock, STANDING_BLOCKS } from './facet-words.ts'
import { facetsQuery } from './facets-query.ts'
import { HistogramFilter } from './histogram-filter.tsx'

type Counts = Answers['example']['facets']['counts']

/** Label alone: what the recipe and people say, and the plots, stand above the long lists. */
const FIRST_BLOCKS = 1

/** What can be ticked and brushed, with counts that follow the selection. */
export function FacetSidebar() {
  const api = useApi()
  const selection = useView((view) => view.selection)
  const setSelection = useView((view) => view.setSelection)
  const { labelOf } = useMeasures()
  const facets = useQuery({ ...facetsQuery(api, selection), placeholderData: keepPreviousData })
  if (facets.isError && !facets.data) return <ErrorState error={facets.error} onRetry={() => void facets.refetch()} isCompact />
  if (!facets.data) return <SidebarSkeleton />
  const { counts, histograms } = facets.data
  const list = (block: FacetBlock) => (
    <FacetList
      key={block.facet}
      block={block}
      counts={counts[block.facet] ?? []}
      ticked={selection.facets?.[block.facet] ?? []}
      onToggle={(value) => setSelection(toggleFacet(selection, block.facet, value))}
      onClear={() => setSelection(setFacet(selection, block.facet, []))}
    />
  )
  const shown = FACET_BLOCKS.filter((block) => isWorthShowing(block, counts, selection))
  return (
    <div className="facets" aria-busy={facets.isFetching || undefined}>
      {shown.slice(0, FIRST_BLOCKS).map(list)}
      {STANDING_BLOCKS.filter((block) => isWorthShowing(block, counts, selection)).map(list)}
      {histograms
        .filter((histogram) => histogram.max > histogram.min)
        .map((histogram) => (
          <HistogramFilter
            key={histogram.measure}
            title={labelOf(histogram.measure)}
            histogram={histogram}
            {...(selection.ranges?.[histogram.measure] ? { limits: selection.ranges[histogram.measure] } : {})}
            onChange={(limits) => setSelection(setRange(selection, histogram.measure, limits))}
          />
        ))}
      {shown.slice(FIRST_BLOCKS).map(list)}
    </div>
  )
}

/** A column in which all rows are alike says nothing, nor does a teacher that is always the model. */
function isWorthShowing({ facet, isFixed }: FacetBlock, counts: Counts, selection: Selection): boolean {
  if (isFixed !== undefined || selection.facets?.[facet] !== undefined) return true
  const isRepeated = facet === 'teacher' && JSON.stringify(counts.teacher) === JSON.stringify(counts.model)
  return (counts[facet]?.length ?? 0) > 1 && !isRepeated
}

function SidebarSkeleton() {
  return (
    <div className="facets facets-loading">
      <Skeleton lines={14} height={14} label="Loading the filters" />
    </div>
  )
}
