import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { facetsQuery } from '../../browse/facets-query.ts'
import { Select } from '../../widgets/index.ts'
import { facetOf, MIXTURE_OPTIONS } from './logic/groupings.ts'
import { draftOf, type ShareDraft, sharesAsTheyAre, sharesOf } from './logic/share-draft.ts'
import { ShareBars } from './share-bars.tsx'
import { ShareFields } from './share-fields.tsx'
import type { Choice, Grouping, Preview } from './types.ts'

type Mixture = NonNullable<Choice['mixture']>

/** Values that get a share to begin with; more can be typed in by hand. */
const FIRST = 6

/** Target shares of what leaves, by the values of a grouping. */
export function MixtureChoice({ choice, preview, onChange }: MixtureChoiceProps) {
  const { mixture, selection } = choice
  const api = useApi()
  const kept = { ...selection, facets: { ...selection.facets, outcome: ['keep'] } }
  const facets = useQuery(facetsQuery(api, kept))
  const [draft, setDraft] = useState<{ by: Grouping; shares: ShareDraft } | null>(null)
  const by = draft?.by ?? mixture?.by ?? null
  const countsOf = (grouping: Grouping) => {
    const facet = facetOf(grouping)
    return (facet && facets.data?.counts[facet]) || []
  }
  const put = (next: { by: Grouping; shares: ShareDraft } | null) => {
    setDraft(next)
    const shares = next && sharesOf(next.shares)
    if (next === null) onChange(null)
    else if (shares) onChange({ by: next.by, shares })
  }
  const choose = (chosen: string) => {
    const option = MIXTURE_OPTIONS.find(({ value }) => value === chosen)
    put(option ? { by: option.value, shares: sharesAsTheyAre(countsOf(option.value), FIRST) } : null)
  }
  return (
    <fieldset className="plan-rows">
      <legend>Mixture</legend>
      <Select
        label="Shares by"
        options={[{ value: '', text: 'nothing: as it comes' }, ...MIXTURE_OPTIONS]}
        value={by ?? ''}
        onChange={choose}
        hint={by === null ? undefined : 'The largest set that has these shares, to one example; values without a share leave nothing.'}
      />
      {by !== null && (
        <ShareFields
          draft={draft?.shares ?? draftOf(mixture?.shares ?? {})}
          values={countsOf(by)}
          onChange={(shares) => put({ by, shares })}
        />
      )}
      {mixture && preview && preview.mixture.length > 0 && (
        <ShareBars
          caption="Shares wanted and what leaves"
          noun={mixture.by}
          bars={preview.mixture.map((row) => ({ ...row, key: row.value, label: row.value || 'none' }))}
        />
      )}
    </fieldset>
  )
}

/** See {@link MixtureChoice}. */
export interface MixtureChoiceProps {
  choice: Pick<Choice, 'mixture' | 'selection'>
  preview: Preview | undefined
  onChange: (mixture: Mixture | null) => void
}
