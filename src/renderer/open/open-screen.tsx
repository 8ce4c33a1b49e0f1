import { useWorkspace } from '../state/use-workspace.ts'
import { useWork } from '../state/work-store.ts'
import { ErrorState, Skeleton } from '../widgets/index.ts'
import { AddProgress } from './add-progress.tsx'
import { DropZone } from './drop-zone.tsx'
import { FileDialog } from './file-dialog.tsx'
import { NextSteps } from './next-steps.tsx'
import { OpenForm } from './open-form.tsx'
import { RecentList } from './recent-list.tsx'
import { RejectionList } from './rejection-list.tsx'
import { SourceList } from './source-list.tsx'
import { Welcome } from './welcome.tsx'
import './open.css'

/** Where rows come from: open something, see how it goes, and what is in the workspace. */
export function OpenScreen() {
  const workspace = useWorkspace()
  const adding = useWork((state) => state.adding)
  if (workspace.isError) return <ErrorState error={workspace.error} onRetry={() => void workspace.refetch()} />
  const isEmpty = workspace.data?.sources.length === 0 && adding === null
  return (
    <DropZone>
      <div className="open">
        {isEmpty ? (
          <Welcome />
        ) : (
          <header className="open-head">
            <h1 tabIndex={-1}>Open</h1>
            {workspace.data && <OpenForm />}
          </header>
        )}
        {adding && <AddProgress work={adding} />}
        {workspace.data ? <SourceList sources={workspace.data.sources} /> : <Skeleton lines={4} height={28} />}
        {workspace.data && <NextSteps counts={workspace.data.counts} />}
        {workspace.data !== undefined && workspace.data.counts.rejected > 0 && <RejectionList total={workspace.data.counts.rejected} />}
        <RecentList current={workspace.data?.path ?? null} />
      </div>
      <FileDialog />
    </DropZone>
  )
}
