import { navigate } from '../../app/route.ts'
import { activeFilters } from '../../browse/active-filters.ts'
import { useMeasures } from '../../state/use-measures.ts'
import { useView } from '../../state/view-store.ts'
import { Button, Chip, RadioLine } from '../../widgets/index.ts'
import type { Choice } from './types.ts'

/** From which examples: all, or those Browse shows, with its filters as chips and the way back there. */
export function SourceChoice({ value, onChange }: SourceChoiceProps) {
  const shown = useView((view) => view.selection)
  const { labelOf } = useMeasures()
  const isAll = Object.keys(value).length === 0
  const isWhatBrowseShows = JSON.stringify(value) === JSON.stringify(shown)
  const filters = activeFilters(isAll ? shown : value, labelOf)
  return (
    <fieldset className="plan-lines">
      <legend>From which examples</legend>
      <RadioLine
        name="plan-from"
        isOn={isAll}
        onChoose={() => onChange({})}
        title="All of them"
        help="Whatever the filters in Browse say"
      />
      <RadioLine
        name="plan-from"
        isOn={!isAll}
        onChoose={() => onChange(shown)}
        title="Those Browse shows"
        help={filters.length === 0 ? 'No filter is on there: that is all of them' : 'What these filters let through'}
      >
        <div className="plan-chips">
          {filters.map(({ key, text, without }) =>
            isAll ? (
              <Chip key={key} title={text}>
                {text}
              </Chip>
            ) : (
              <Chip key={key} title={text} removeLabel={`Remove filter ${text}`} onRemove={() => onChange(without)}>
                {text}
              </Chip>
            ),
          )}
          {!isAll && !isWhatBrowseShows && (
            <Button kind="ghost" onClick={() => onChange(shown)}>
              Take what Browse shows now
            </Button>
          )}
          <Button kind="ghost" className="link-button" onClick={() => navigate({ screen: 'browse' })}>
            Change in Browse
          </Button>
        </div>
      </RadioLine>
    </fieldset>
  )
}

/** See {@link SourceChoice}. */
export interface SourceChoiceProps {
  value: Choice['selection']
  onChange: (selection: Choice['selection']) => void
}
