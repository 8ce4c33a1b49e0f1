import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'

/** A modal dialog: focus starts at what has `data-first-focus`, stays inside, Esc closes, focus returns to where it was. */
export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** One sentence under the title. */
  description?: ReactNode
  /** `bare` has no title bar to see: the title is for assistive technology only. */
  look?: 'plain' | 'wide' | 'bare'
  /** Buttons at the foot. */
  actions?: ReactNode
  children: ReactNode
}

/** See {@link DialogProps}. */
export function Dialog({ isOpen, onClose, title, description, look = 'plain', actions, children }: DialogProps) {
  // These dialogs are opened by state and have no trigger that Radix could give the focus back to.
  const before = useRef<Element | null>(null)
  const start = (event: Event) => {
    before.current = document.activeElement
    focusFirst(event)
  }
  const giveBack = (event: Event) => {
    event.preventDefault()
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay" />
        <Radix.Content
          className={`dialog dialog-${look}`}
          onOpenAutoFocus={start}
          onCloseAutoFocus={giveBack}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className={look === 'bare' ? 'visually-hidden' : 'dialog-head'}>
            <Radix.Title className="dialog-title">{title}</Radix.Title>
            {look !== 'bare' && (
              <Radix.Close className="button button-ghost button-icon" aria-label="Close">
                <X size={15} aria-hidden />
              </Radix.Close>
            )}
          </div>
          {description !== undefined && <Radix.Description className="dialog-description">{description}</Radix.Description>}
          <div className="dialog-body">{children}</div>
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function focusFirst(event: Event): void {
  const first = event.target instanceof Element ? event.target.querySelector<HTMLElement>('[data-first-focus]') : null
  if (!first) return
  event.preventDefault()
  first.focus()
}
