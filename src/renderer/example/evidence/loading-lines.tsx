import { Skeleton } from '../../widgets/index.ts'

/** Stands where a tab's content will be; `label` says what is loading. */
export function LoadingLines({ label, lines = 14, height = 14 }: { label: string; lines?: number; height?: number }) {
  return (
    <div className="patch-loading">
      <Skeleton lines={lines} height={height} label={label} />
    </div>
  )
}
