import { Check, MoreHorizontal } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { copyPlot, type Form, type Plot, savePlot } from './take-away.ts'

/** What can be done with one plot: copied, saved, read as a table. */
export interface PlotMenuProps {
  title: string
  /** The plot as it stands when something is chosen. */
  read: () => Plot
  isTable: boolean
  onTable: (isTable: boolean) => void
}

const FORMS: Form[] = ['PNG', 'SVG', 'CSV']

/** See {@link PlotMenuProps}. */
export function PlotMenu({ title, read, isTable, onTable }: PlotMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button button-ghost button-icon plot-menu-button" aria-label={`Copy, save or read ${title}`}>
          <MoreHorizontal size={14} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="popover plot-menu" align="end" sideOffset={4} collisionPadding={8}>
          {FORMS.map((form) => (
            <Item key={form} text={`Copy as ${form}`} run={() => void copyPlot(read(), form)} />
          ))}
          <DropdownMenu.Separator className="plot-menu-line" />
          {FORMS.map((form) => (
            <Item key={form} text={`Save ${form}`} run={() => void savePlot(read(), form)} />
          ))}
          <DropdownMenu.Separator className="plot-menu-line" />
          <DropdownMenu.CheckboxItem className="plot-menu-item" checked={isTable} onCheckedChange={onTable}>
            Show as table
            <DropdownMenu.ItemIndicator>
              <Check size={13} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Item({ text, run }: { text: string; run: () => void }) {
  return (
    <DropdownMenu.Item className="plot-menu-item" onSelect={run}>
      {text}
    </DropdownMenu.Item>
  )
}
