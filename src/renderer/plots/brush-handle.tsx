import type { CSSProperties, KeyboardEvent } from 'react'

/** One end of a brush as a slider: arrows move it by a bin, with Shift by five; Escape takes the brush away. */
export interface BrushHandleProps {
  /** "Least tokens" */
  label: string
  /** "from 1,024 tokens", "open" */
  text: string
  /** The bin it stands at, of `last`. */
  bin: number
  last: number
  orientation?: 'horizontal' | 'vertical'
  /** A brush stands; without one the handle is seen with the focus only. */
  isSet: boolean
  style: CSSProperties
  onStep: (by: number) => void
  onClear: () => void
  onEnter?: () => void
  onFocus?: (element: HTMLElement) => void
  onBlur?: () => void
}

const FAR = 5

/** See {@link BrushHandleProps}. The pointer takes hold through the plot itself, which knows what is near. */
export function BrushHandle({
  label,
  text,
  bin,
  last,
  orientation = 'horizontal',
  isSet,
  style,
  onStep,
  onClear,
  onEnter,
  onFocus,
  onBlur,
}: BrushHandleProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return onEnter?.()
    const by = stepOf(event, last)
    if (by === null && !(isSet && event.key === 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (by === null) onClear()
    else onStep(by)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`plot-handle plot-handle-${orientation} ${isSet ? 'is-set' : ''}`}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={bin}
      aria-valuetext={text}
      style={style}
      onKeyDown={press}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onFocus?.(event.currentTarget)}
      onBlur={onBlur}
    />
  )
}

/** By how many bins a key moves a handle; null for other keys. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }, last: number): number | null {
  const one = shiftKey ? FAR : 1
  if (key === 'ArrowRight' || key === 'ArrowUp') return one
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -one
  if (key === 'PageUp') return FAR
  if (key === 'PageDown') return -FAR
  if (key === 'Home') return -last
  return key === 'End' ? last : null
}
