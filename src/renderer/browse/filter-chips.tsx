import { navigate } from '../app/route.ts'
import { useView } from '../state/view-store.ts'
import { Button, Chip } from '../widgets/index.ts'
import type { ActiveFilter } from './active-filters.ts'

/** The filters in force, each with its way out, and one way out for all; the way back to the recipe where one led here. Nothing where there are none. */
export function FilterChips({ filters }: { filters: readonly ActiveFilter[] }) {
  const setSelection = useView((view) => view.setSelection)
  const isFromRecipe = useView(({ selection }) => selection.failing !== undefined || selection.moved !== undefined)
  if (filters.length === 0) return null
  return (
    <>
      {filters.map((filter) => (
        <Chip
          key={filter.key}
          title={filter.text}
          removeLabel={`Remove filter ${filter.text}`}
          onRemove={() => setSelection(filter.without)}
        >
          {filter.text}
        </Chip>
      ))}
      <Button kind="ghost" onClick={() => setSelection({})}>
        Clear all
      </Button>
      {isFromRecipe && (
        <Button kind="ghost" className="link-button" onClick={() => navigate({ screen: 'recipe' })}>
          Back to the recipe
        </Button>
      )}
    </>
  )
}
