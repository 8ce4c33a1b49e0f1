import { Ellipsis, Package, PencilLine, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { openReview, type ReviewDialog } from '../review-view.ts'
import type { Queue } from '../types.ts'

/** What else can be done with a queue. */
export function QueueMenu({ queue }: { queue: Queue }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button button-ghost button-icon" aria-label={`More about ${queue.definition.name}`}>
          <Ellipsis size={15} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.getElementById('main')}>
        <DropdownMenu.Content className="popover plot-menu queue-menu" align="end" sideOffset={6} collisionPadding={8}>
          <Item dialog={{ kind: 'rename', queue }}>
            Rename <PencilLine size={13} aria-hidden />
          </Item>
          <Item dialog={{ kind: 'write-pack', queue: queue.id }}>
            Write a review pack <Package size={13} aria-hidden />
          </Item>
          <DropdownMenu.Separator className="plot-menu-line" />
          <Item dialog={{ kind: 'remove', queue }}>
            Remove <Trash2 size={13} aria-hidden />
          </Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Item({ dialog, children }: { dialog: ReviewDialog; children: ReactNode }) {
  return (
    <DropdownMenu.Item className="plot-menu-item" onSelect={() => openReview(dialog)}>
      {children}
    </DropdownMenu.Item>
  )
}
