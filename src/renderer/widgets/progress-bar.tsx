/** How far a piece of work is. `total` null means nobody knows yet. */
export function ProgressBar({ done, total, label }: { done: number; total: number | null; label: string }) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <span
      className={share === null ? 'progress progress-open' : 'progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total ?? undefined}
      aria-valuenow={share === null ? undefined : done}
    >
      <i style={share === null ? undefined : { transform: `scaleX(${share})` }} />
    </span>
  )
}
