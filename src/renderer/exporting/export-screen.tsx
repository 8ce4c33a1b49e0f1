import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { navigate } from '../app/route.ts'
import { useWork } from '../state/work-store.ts'
import { Button, EmptyState, ErrorState, Skeleton } from '../widgets/index.ts'
import { ExportForm } from './export-form.tsx'
import { ExportHistory } from './export-history.tsx'
import { ExportProgress } from './export-progress.tsx'
import { LeavingPanel } from './leaving-panel.tsx'
import { TargetList } from './target-list.tsx'
import './exporting.css'

type TargetId = Answers['export']['targets'][number]['id']

/** What leaves, for which trainer, and where to. */
export function ExportScreen() {
  const api = useApi()
  const targets = useQuery({ queryKey: ['export', 'targets'], queryFn: () => api.export.targets() })
  const [chosen, setChosen] = useState<TargetId | null>(null)
  const target = chosen ?? targets.data?.[0]?.id ?? null
  const input = { target: target ?? 'tutorial' }
  const preview = useQuery({ queryKey: ['export', 'preview', input], queryFn: () => api.export.preview(input), enabled: target !== null })
  const work = useWork((state) => state.exporting)
  const failed = targets.isError ? targets : preview.isError ? preview : null
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (preview.data?.total === 0) {
    return (
      <EmptyState title="Nothing to export yet" action={<Button onClick={() => navigate({ screen: 'open' })}>Open a source</Button>}>
        Open a source first; what the recipe keeps and people accept can then leave.
      </EmptyState>
    )
  }
  return (
    <div className="scroll export-scroll">
      <div className="export">
        <h1 tabIndex={-1}>Export</h1>
        {targets.data && target !== null ? (
          <TargetList targets={targets.data} value={target} onChange={setChosen} />
        ) : (
          <Skeleton lines={2} height={28} />
        )}
        {preview.data ? <LeavingPanel preview={preview.data} /> : <Skeleton lines={6} height={24} />}
        {preview.data && <ExportForm key={preview.data.suggestedOut} preview={preview.data} isRunning={work?.state === 'running'} />}
        {work && <ExportProgress work={work} />}
        <ExportHistory />
      </div>
    </div>
  )
}
