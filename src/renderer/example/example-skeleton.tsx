import { Skeleton, useLate } from '../widgets/index.ts'

/** The screen while its example is on its way, of the real size. `isFetched`: its row may have to come from the Hub, and one can go on meanwhile. */
export function ExampleSkeleton({ isFetched }: { isFetched: boolean }) {
  const isLate = useLate(isFetched)
  return (
    <div className="example-skeleton">
      <div className="panel-side">
        <div className="bar">
          <Skeleton width={80} label="Loading the outline" />
        </div>
        <div className="skeleton-lines">
          <Skeleton lines={16} height={14} label="Loading the steps" />
        </div>
      </div>
      <div>
        <div className="bar">
          {isLate ? (
            <span role="status" className="muted">
              Fetching this row from the Hub
            </span>
          ) : (
            <Skeleton width={260} label="Loading the name" />
          )}
        </div>
        <div className="skeleton-lines">
          <Skeleton lines={4} height={120} label="Loading the run" />
        </div>
      </div>
      <div>
        <div className="bar">
          <Skeleton width={300} label="Loading the evidence" />
        </div>
        <div className="skeleton-lines">
          <Skeleton lines={18} height={14} label="Loading the patch" />
        </div>
      </div>
    </div>
  )
}
