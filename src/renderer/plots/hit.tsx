import { pointOf } from './hint.tsx'

/** Px within the drawing. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** A part of a drawing that can be pointed at, and picked where there is something to pick. */
export interface HitProps {
  box: Box
  /** What it is, with its numbers: "python, 44.1 % of 1,204 resolved". */
  label: string
  isPicked?: boolean
  onPick?: (() => void) | undefined
  /** Where the hint belongs, null when it goes. */
  onHint: (point: { x: number; y: number } | null) => void
}

/** See {@link HitProps}. */
export function Hit({ box, label, isPicked = false, onPick, onHint }: HitProps) {
  const pointing = {
    className: 'plot-hit',
    style: box,
    onPointerMove: (event: { clientX: number; clientY: number }) => onHint({ x: event.clientX, y: event.clientY }),
    onPointerLeave: () => onHint(null),
  }
  if (!onPick) return <div aria-hidden {...pointing} />
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPicked}
      onClick={onPick}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onHint(pointOf(event.currentTarget))}
      onBlur={() => onHint(null)}
      {...pointing}
    />
  )
}
