import { Download } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { fileStem } from '../plots/take-away.ts'
import { toast } from '../widgets/index.ts'
import { saveFile } from '../widgets/save-file.ts'

/** Takes a copy of the recipe away as it stands on the screen: as a file, or through the clipboard. */
export function SaveMenu({ name, text }: { name: string; text: string }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast({ text: 'Copied the recipe' }),
      () => toast({ text: 'The clipboard could not be written. Save the recipe as a file.', tone: 'drop' }),
    )
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="button button-ghost button-icon"
          aria-label="Save a copy of the recipe"
          title="Save a copy of the recipe"
        >
          <Download size={14} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.getElementById('main')}>
        <DropdownMenu.Content className="popover plot-menu" align="end" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Item className="plot-menu-item" onSelect={() => save(name, text)}>
            Save as file
          </DropdownMenu.Item>
          <DropdownMenu.Item className="plot-menu-item" onSelect={() => void copy()}>
            Copy as text
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function save(name: string, text: string): void {
  const form = text.trimStart().startsWith('{') ? 'json' : 'yaml'
  const file = `${fileStem(name)}.${form}`
  saveFile(new Blob([text], { type: `application/${form}` }), file)
  toast({ text: `Saved ${file}` })
}
