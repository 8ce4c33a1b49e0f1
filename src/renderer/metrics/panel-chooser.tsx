import { LayoutGrid } from 'lucide-react'
import { Button, Checkbox, Popover } from '../widgets/index.ts'
import { toggled } from './logic/choices.ts'
import { PANELS } from './logic/panels.ts'
import { useChoices } from './use-choices.ts'

/** Chooses the cards on show. */
export function PanelChooser() {
  const { choices, choose } = useChoices()
  return (
    <Popover
      label="Panels"
      trigger={
        <Button icon={<LayoutGrid size={14} aria-hidden />}>
          <span className="narrow-hidden">Panels</span>
        </Button>
      }
    >
      <div className="panel-chooser">
        {PANELS.map(({ id, title }) => (
          <Checkbox key={id} isOn={!choices.hidden.includes(id)} onChange={() => choose({ hidden: toggled(choices.hidden, id) })}>
            {title}
          </Checkbox>
        ))}
        <Button kind="ghost" onClick={() => choose({ hidden: [], folded: [] })}>
          Show all, unfolded
        </Button>
      </div>
    </Popover>
  )
}
