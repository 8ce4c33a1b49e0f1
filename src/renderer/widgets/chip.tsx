import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A rounded fact, such as a source or a filter in force. With `onRemove` it ends in a × that takes it away. */
export function Chip({ children, title, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={onRemove ? 'chip chip-removable' : 'chip'} title={title}>
      <span className="chip-text">{children}</span>
      {onRemove && (
        <button type="button" className="chip-remove" aria-label={removeLabel ?? 'Remove'} onClick={onRemove}>
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** See {@link Chip}. */
export interface ChipProps {
  children: ReactNode
  title?: string
  onRemove?: () => void
  /** What the × does, in words: "Remove filter harness". */
  removeLabel?: string
}
