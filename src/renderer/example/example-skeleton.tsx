import { Skeleton } from '../widgets/index.ts'

/** The screen while its example is on its way, of the real size. */
export function ExampleSkeleton() {
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
          <Skeleton width={260} label="Loading the name" />
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
