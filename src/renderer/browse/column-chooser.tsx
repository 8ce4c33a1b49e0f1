import { Columns3 } from 'lucide-react'
import { useState } from 'react'
import { byGroup } from '../state/measure-groups.ts'
import { Button, Checkbox, Field, Popover } from '../widgets/index.ts'
import type { ColumnChoice } from './use-columns.ts'

/** Chooses the table's columns, every measure among them. */
export function ColumnChooser({ choice }: { choice: ColumnChoice }) {
  const [typed, setTyped] = useState('')
  const shown = new Set(choice.columns.map((column) => column.id))
  const found = choice.all.filter((column) =>
    `${column.title} ${column.id} ${column.help ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase()),
  )
  return (
    <Popover
      label="Columns"
      trigger={
        <Button icon={<Columns3 size={14} aria-hidden />}>
          <span className="narrow-hidden">Columns</span>
        </Button>
      }
    >
      <div className="column-chooser">
        <Field
          label="Find a column"
          isLabelHidden
          placeholder="Find a column"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="column-list">
          {byGroup(found).map(({ title, items }) => (
            <fieldset key={title} className="column-group">
              <legend>{title}</legend>
              {items.map((column) => (
                <div key={column.id} title={column.help}>
                  <Checkbox isOn={shown.has(column.id)} onChange={() => choice.toggle(column.id)}>
                    <span className="column-name">
                      {column.title} <span className="faint mono">{column.id}</span>
                    </span>
                  </Checkbox>
                </div>
              ))}
            </fieldset>
          ))}
          {found.length === 0 && <p className="faint">No column is called so</p>}
        </div>
        <Button kind="ghost" onClick={choice.reset}>
          As at first
        </Button>
      </div>
    </Popover>
  )
}
