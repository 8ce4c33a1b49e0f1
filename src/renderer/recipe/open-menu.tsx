import { useQuery } from '@tanstack/react-query'
import { FileText, FolderOpen, PencilLine } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type ChangeEvent, useRef } from 'react'
import { useApi } from '../api/use-api.ts'
import { Button, toast } from '../widgets/index.ts'
import { readHead } from './edit-recipe-text.ts'
import { changeView } from './recipe-view.ts'
import type { RecipeEdit } from './use-recipe-edit.ts'
import { focusStep } from './use-recipe-keys.ts'

/** A recipe is written by hand; the host takes no longer text. */
const MOST_BYTES = 200_000

/** The recipes that ship with Winnow, a file of one's own, or text. Each comes as a draft: nothing changes until it is applied. */
export function OpenMenu({ edit }: { edit: RecipeEdit }) {
  const api = useApi()
  const { data: bundled = [], isError } = useQuery({ queryKey: ['recipe', 'bundled'], queryFn: () => api.recipe.bundled() })
  const input = useRef<HTMLInputElement>(null)
  const hasOpened = useRef(false)
  const open = (name: string, text: string) => {
    edit.onEdit(withName(text, name))
    changeView({ selected: 0, isOpen: false })
    hasOpened.current = true
    toast({ text: `Opened ${name}. See what it would do, then apply it.` })
  }
  // On with the steps: a button that opens a menu would take the key that applies.
  const goOn = (event: Event) => {
    if (!hasOpened.current) return
    hasOpened.current = false
    event.preventDefault()
    focusStep(0)
  }
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    if (file.size > MOST_BYTES) return toast({ text: `${file.name} is too large for a recipe, which has at most 200 kB.`, tone: 'drop' })
    open(file.name.replace(/\.(ya?ml|jsonc?)$/i, ''), await file.text())
    focusStep(0)
  }
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button icon={<FolderOpen size={14} aria-hidden />}>Open file</Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={document.getElementById('main')}>
          <DropdownMenu.Content className="popover recipe-menu" align="end" sideOffset={6} collisionPadding={8} onCloseAutoFocus={goOn}>
            <DropdownMenu.Label className="recipe-menu-label">Recipes that ship with Winnow</DropdownMenu.Label>
            {isError && <p className="recipe-menu-note">They could not be read.</p>}
            {bundled.map((recipe) => (
              <DropdownMenu.Item key={recipe.name} className="recipe-menu-item" onSelect={() => open(recipe.name, recipe.text)}>
                <FileText size={14} aria-hidden />
                <b>{recipe.name}</b>
                <small>{recipe.description}</small>
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className="plot-menu-line" />
            <DropdownMenu.Item className="recipe-menu-item" onSelect={() => input.current?.click()}>
              <FolderOpen size={14} aria-hidden />
              <b>A file of mine</b>
              <small>YAML or JSON</small>
            </DropdownMenu.Item>
            <DropdownMenu.Item className="recipe-menu-item" onSelect={() => changeView({ view: 'text' })}>
              <PencilLine size={14} aria-hidden />
              <b>Paste or write text</b>
              <small>In place of the text there is</small>
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json,.jsonc"
        className="visually-hidden"
        aria-label="Recipe file"
        tabIndex={-1}
        onChange={(event) => void read(event)}
      />
    </>
  )
}

/** A recipe is told by its name, and a file that has none by the file's. */
function withName(text: string, name: string): string {
  const isJson = text.trimStart().startsWith('{')
  return isJson || readHead(text).name !== null ? text : `name: ${JSON.stringify(name)}\n${text}`
}
