import { navigate } from '../app/route.ts'
import { useRecipe } from '../state/use-recipe.ts'
import { useView } from '../state/view-store.ts'
import { Button, Chip } from '../widgets/index.ts'
import type { ActiveFilter } from './active-filters.ts'
import { failingWords, stepWord } from './facet-words.ts'

/** The filters in force, each with its way out, and one way out for all; the way back to the recipe where one led here. Nothing where there are none. */
export function FilterChips({ filters }: { filters: readonly ActiveFilter[] }) {
  const setSelection = useView((view) => view.setSelection)
  const { failing, moved } = useView(({ selection }) => selection)
  const steps = useRecipe().data?.recipe.steps
  if (filters.length === 0) return null
  const titleOf = (key: string) => steps?.find((step) => step.key === key)?.title ?? stepWord(key)
  const textOf = (filter: ActiveFilter) => (filter.key === 'failing' && failing ? failingWords(failing, titleOf) : filter.text)
  return (
    <>
      {filters.map((filter) => (
        <Chip
          key={filter.key}
          title={textOf(filter)}
          removeLabel={`Remove filter ${textOf(filter)}`}
          onRemove={() => setSelection(filter.without)}
        >
          {textOf(filter)}
        </Chip>
      ))}
      <Button kind="ghost" onClick={() => setSelection({})}>
        Clear all
      </Button>
      {(failing || moved) && (
        <Button kind="ghost" className="link-button" onClick={() => navigate({ screen: 'recipe' })}>
          Back to the recipe
        </Button>
      )}
    </>
  )
}
