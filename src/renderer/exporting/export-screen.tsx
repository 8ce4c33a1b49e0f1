import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { navigate } from '../app/route.ts'
import { useSettings } from '../state/use-settings.ts'
import { useWork } from '../state/work-store.ts'
import { Button, EmptyState, ErrorState, Skeleton } from '../widgets/index.ts'
import { ExportHistory } from './export-history.tsx'
import { PlanSections } from './plan-sections.tsx'
import { AfterPanel } from './result/after-panel.tsx'
import { CardDialog } from './result/card-dialog.tsx'
import { ExportProgress } from './result/export-progress.tsx'
import { SummaryPanel } from './summary-panel.tsx'
import { usePlan } from './use-plan.ts'
import { usePreview } from './use-preview.ts'
import './exporting.css'
import './target-list.css'
import './leaving.css'
import './result/result.css'
import './narrow.css'

/** For which trainer, what leaves, how it is divided, what becomes of what cannot be said, and where to. */
export function ExportScreen() {
  const { isLoaded } = useSettings()
  return isLoaded ? <Planned /> : <Skeleton lines={12} height={20} />
}

function Planned() {
  const api = useApi()
  const targets = useQuery({ queryKey: ['export', 'targets'], queryFn: () => api.export.targets() })
  const { plan, isFirst, change, reset } = usePlan()
  const here = usePreview(plan)
  const work = useWork((state) => state.exporting)
  const target = targets.data?.find(({ id }) => id === plan.target)
  if (targets.isError) return <ErrorState error={targets.error} onRetry={() => void targets.refetch()} />
  if (here.preview?.total === 0) {
    return (
      <EmptyState title="Nothing to export yet" action={<Button onClick={() => navigate({ screen: 'open' })}>Open a source</Button>}>
        Open a source first; what the recipe keeps and people accept can then leave.
      </EmptyState>
    )
  }
  return (
    <div className="scroll export-scroll">
      <div className="export">
        <header className="export-head">
          <h1 tabIndex={-1}>Export</h1>
          <Button kind="ghost" disabled={isFirst} onClick={reset}>
            Reset the plan
          </Button>
        </header>
        <div className="export-main">
          {work && <ExportProgress work={work} told={here.preview?.warnings ?? []} onLookAgain={here.lookAgain} />}
          <AfterPanel />
          {targets.data ? (
            <PlanSections targets={targets.data} target={target} plan={plan} preview={here.preview} onChange={change} />
          ) : (
            <Skeleton lines={10} height={28} />
          )}
          <ExportHistory />
        </div>
        <CardDialog />
        <SummaryPanel plan={plan} target={target} here={here} isRunning={work?.state === 'running'} />
      </div>
    </div>
  )
}
