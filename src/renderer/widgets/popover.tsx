import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** A small panel that its trigger opens; Esc closes it and focus goes back to the trigger. */
export function Popover({ label, trigger, align = 'end', children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="popover" align={align} sideOffset={6} collisionPadding={8} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** See {@link Popover}. `trigger` is one button; `label` names the panel. */
export interface PopoverProps {
  label: string
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}
