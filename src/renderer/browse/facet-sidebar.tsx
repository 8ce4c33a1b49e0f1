import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { useMeasures } from '../state/use-measures.ts'
import { useSettings } from '../state/use-settings.ts'
import { type Selection, useView } from '../state/view-store.ts'
import { ErrorState, Skeleton } from '../widgets/index.ts'
import { isTelling } from './blind.ts'
import { setFacet, setRange, toggleFacet } from './edit-selection.ts'
import { FacetList } from './facet-list.tsx'
import { FACET_BLOCKS, type FacetBlock, PEOPLE_BLOCKS, STANDING_BLOCKS } from './facet-words.ts'
import { facetsQuery } from './facets-query.ts'
import { HistogramFilter } from './histogram-filter.tsx'

type Counts = Answers['example']['facets']['counts']

/** What can be ticked and brushed, with counts that follow the selection. */
export function FacetSidebar() {
  const api = useApi()
  const selection = useView((view) => view.selection)
  const setSelection = useView((view) => view.setSelection)
  const { labelOf } = useMeasures()
  const { isBlind } = useSettings().settings
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
  const shownOf = (blocks: readonly FacetBlock[]) =>
    blocks.filter((block) => !(isBlind && isTelling(block.facet)) && isWorthShowing(block, counts, selection)).map(list)
  // Label alone stands first: what the recipe and people say, and the plots, stand above the long lists.
  const [label, ...rest] = shownOf(FACET_BLOCKS)
  return (
    <div className="facets" aria-busy={facets.isFetching || undefined}>
      {label}
      {shownOf(STANDING_BLOCKS)}
      {isBlind && <p className="facet-note">Blind review: what the recipe and others say of a row is hidden until you have decided.</p>}
      {shownOf(PEOPLE_BLOCKS)}
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
      {rest}
    </div>
  )
}

/** A column in which all rows are alike says nothing, nor does a teacher that is always the model. */
function isWorthShowing({ facet, isFixed }: FacetBlock, counts: Counts, selection: Selection): boolean {
  if (isFixed !== undefined || selection.facets?.[facet] !== undefined) return true
  if (PEOPLE_BLOCKS.some((block) => block.facet === facet)) return counts[facet]?.some(({ value }) => value !== '') ?? false
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
