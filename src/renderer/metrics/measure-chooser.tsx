import { Columns3 } from 'lucide-react'
import { byGroup } from '../state/measure-groups.ts'
import { useMeasures } from '../state/use-measures.ts'
import { Button, Checkbox, Popover } from '../widgets/index.ts'
import { FIRST_CHOICES, MOST_MEASURES, toggled } from './logic/choices.ts'
import { choiceWord, isNumeric } from './logic/measure-choice.ts'
import { useChoices } from './use-choices.ts'

/** Chooses the rows of the numeric summary. */
export function MeasureChooser() {
  const { measures } = useMeasures()
  const { choices, choose } = useChoices()
  const chosen = choices.measures
  return (
    <Popover
      label="Measures summarised"
      trigger={
        <Button kind="ghost" icon={<Columns3 size={14} aria-hidden />}>
          Measures
        </Button>
      }
    >
      <div className="panel-chooser">
        {byGroup(measures.filter(isNumeric)).map((group) => (
          <fieldset key={group.title}>
            <legend>{group.title}</legend>
            {group.items.map((measure) => (
              <Checkbox
                key={measure.id}
                isOn={chosen.includes(measure.id)}
                isDisabled={!chosen.includes(measure.id) && chosen.length >= MOST_MEASURES}
                onChange={() => choose({ measures: toggled(chosen, measure.id) })}
              >
                {choiceWord(measure)}
              </Checkbox>
            ))}
          </fieldset>
        ))}
        <Button kind="ghost" onClick={() => choose({ measures: FIRST_CHOICES.measures })}>
          As at first
        </Button>
      </div>
    </Popover>
  )
}
