import { Button, formatCount, ProgressBar } from '../../widgets/index.ts'

/** How far the work is, and the way to stop it. */
export function WorkLine({ verb, progress, onCancel }: WorkLineProps) {
  const { done, total } = progress ?? { done: 0, total: null }
  return (
    <div className="pack-work" role="status">
      <span className="grow">
        {verb} {progress && `${formatCount(done)}${total === null ? '' : ` of ${formatCount(total)}`}`}
      </span>
      <ProgressBar done={done} total={total} label={verb} />
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  )
}

/** See {@link WorkLine}. `progress` null is before the first figure. */
export interface WorkLineProps {
  verb: string
  progress: { done: number; total: number | null } | null
  onCancel: () => void
}
