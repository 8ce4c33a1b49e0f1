import type { ComponentProps, ReactNode } from 'react'
import { usePersonKeys } from '../keys/key-store.ts'
import { Kbd } from './kbd.tsx'
import { ariaKeys } from './key-name.ts'

/** `primary` is the screen's one main action; `keep` and `drop` carry a decision; `ghost` has no frame until hovered. */
type ButtonKind = 'plain' | 'primary' | 'keep' | 'drop' | 'ghost'

/** A native button with its key shown and told to assistive technology. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  kind?: ButtonKind
  /** The binding that does the same, as registered: 'a', 'Mod+Enter'. */
  keys?: string
  icon?: ReactNode
  /** Work is going on: the button stays focusable and does nothing. */
  isBusy?: boolean
  type?: 'button' | 'submit'
}

/** See {@link ButtonProps}. */
export function Button({
  kind = 'plain',
  keys,
  icon,
  isBusy = false,
  type = 'button',
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const personKeys = usePersonKeys(keys)
  return (
    <button
      type={type}
      className={`button button-${kind} ${className}`}
      aria-keyshortcuts={ariaKeys(personKeys)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {icon}
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  )
}
