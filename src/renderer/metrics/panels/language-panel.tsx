import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { toggleFacet } from '../../browse/edit-selection.ts'
import { facetWord } from '../../browse/facet-words.ts'
import { facetsQuery } from '../../browse/facets-query.ts'
import { type BarItem, Bars, barsTable } from '../../plots/index.ts'
import { formatCount, formatPercent } from '../../widgets/index.ts'
import { useLate } from '../../widgets/use-late.ts'
import { Panel } from '../panel.tsx'
import { useScope } from '../use-scope.ts'

/** How many trajectories each language has, measured or not; a bar picks its language. */
export function LanguagePanel() {
  const api = useApi()
  const { selection, narrow } = useScope()
  const query = useQuery({ ...facetsQuery(api, selection), placeholderData: keepPreviousData })
  const isBusy = useLate(query.isPlaceholderData)
  const items = query.data && itemsOf(query.data.counts.language ?? [])
  return (
    <Panel
      id="languages"
      title="Trajectories by language"
      span={4}
      asked={{ data: items, error: query.error, isError: query.isError, isBusy, retry: () => void query.refetch() }}
      subtitle={(bars) => `n ${formatCount(bars.reduce((sum, { value }) => sum + value, 0))}`}
      table={(bars) => barsTable(bars, 'Language', 'trajectories')}
    >
      {(bars) => (
        <Bars
          items={bars}
          noun="trajectories"
          picked={selection.facets?.language ?? []}
          onPick={(key) => narrow((now) => toggleFacet(now, 'language', key))}
          height={212}
        />
      )}
    </Panel>
  )
}

function itemsOf(counts: readonly { value: string; count: number }[]): BarItem[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return counts.map(({ value, count }) => ({
    key: value,
    label: facetWord('language', value),
    value: count,
    text: `${formatCount(count)} · ${formatPercent(count / Math.max(1, total))}`,
  }))
}
