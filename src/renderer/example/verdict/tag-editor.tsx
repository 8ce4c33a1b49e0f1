import { useQuery } from '@tanstack/react-query'
import { Tag as TagGlyph } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Button, Chip, IconButton } from '../../widgets/index.ts'
import { tagsQuery } from '../queries.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'

/** As the contract has it. */
const LONGEST_TAG = 100

interface TagEditorProps {
  tags: readonly string[]
  onChange: (change: { add?: string[]; remove?: string[] }) => void
}

/** The example's tags, with a field that adds one: Enter adds, Esc leaves, and no key takes one away. */
export function TagEditor({ tags, onChange }: TagEditorProps) {
  const [isOpen, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ key: 'Shift+N', name: 'Tag', group: 'Decide', run: () => setOpen(true) }])
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton label="Tag" keys="Shift+N" icon={<TagGlyph size={14} aria-hidden />} />
      </Popover.Trigger>
      {isOpen && (
        <Popover.Portal>
          <Popover.Content
            className="popover reason-popover"
            side="top"
            align="end"
            sideOffset={14}
            collisionPadding={8}
            aria-label="Tags"
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              field.current?.focus()
            }}
          >
            <h2>Tags</h2>
            <div className="tag-chips">
              {tags.length === 0 && <span className="muted">None yet</span>}
              {tags.map((tag) => (
                <Chip key={tag} onRemove={() => onChange({ remove: [tag] })} removeLabel={`Take away tag ${tag}`}>
                  <MarkedText text={tag} />
                </Chip>
              ))}
            </div>
            <TagField ref={field} tags={tags} onAdd={(tag) => onChange({ add: [tag] })} />
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  )
}

function TagField({ tags, onAdd, ref }: { tags: readonly string[]; onAdd: (tag: string) => void; ref: React.Ref<HTMLInputElement> }) {
  const api = useApi()
  const known = useQuery(tagsQuery(api)).data ?? []
  const [text, setText] = useState('')
  const list = useId()
  const tag = text.trim()
  const add = () => {
    if (tag !== '' && !tags.includes(tag)) onAdd(tag)
    setText('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <div className="tag-field">
      <input
        ref={ref}
        className="note-box"
        aria-label="New tag"
        placeholder="New tag"
        list={list}
        maxLength={LONGEST_TAG}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one.tag} value={one.tag} />
        ))}
      </datalist>
      <Button keys="Enter" onClick={add}>
        Add
      </Button>
    </div>
  )
}
