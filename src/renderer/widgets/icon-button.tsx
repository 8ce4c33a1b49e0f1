import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { Tooltip } from './tooltip.tsx'

/** A square button with a glyph; its name is the tooltip and what assistive technology reads. */
export function IconButton({ label, icon, keys, ...rest }: { label: string; icon: ReactNode } & Omit<ButtonProps, 'children' | 'icon'>) {
  const bound = keys === undefined ? {} : { keys }
  return (
    <Tooltip text={label} {...bound}>
      <Button kind="ghost" className="button-icon" aria-label={label} icon={icon} {...bound} {...rest} />
    </Tooltip>
  )
}
