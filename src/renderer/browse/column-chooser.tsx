import { Columns3 } from 'lucide-react'
import { useState } from 'react'
import { Button, Checkbox, Field, Popover } from '../widgets/index.ts'
import type { ColumnChoice } from './use-columns.ts'

/** Chooses the table's columns, every measure among them. */
export function ColumnChooser({ choice }: { choice: ColumnChoice }) {
  const [typed, setTyped] = useState('')
  const shown = new Set(choice.columns.map((column) => column.id))
  const found = choice.all.filter((column) => `${column.title} ${column.id}`.toLowerCase().includes(typed.trim().toLowerCase()))
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
          {found.map((column) => (
            <Checkbox key={column.id} isOn={shown.has(column.id)} onChange={() => choice.toggle(column.id)}>
              <span className="column-name">
                {column.title} <span className="faint mono">{column.id}</span>
              </span>
            </Checkbox>
          ))}
        </div>
        <Button kind="ghost" onClick={choice.reset}>
          As at first
        </Button>
      </div>
    </Popover>
  )
}
