import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useApi } from '../api/use-api.ts'
import { warmMonaco } from '../monaco/index.ts'
import { useLayout } from '../state/use-layout.ts'
import { ErrorState, SplitPanes } from '../widgets/index.ts'
import { EVIDENCE, Evidence, type EvidenceTab } from './evidence/evidence.tsx'
import { FindingsContext, useFindings, useFoundHere } from './findings/use-findings.ts'
import { usePointedTab } from './findings/use-pointed-tab.ts'
import './example.css'
import { ExampleSkeleton } from './example-skeleton.tsx'
import { detailQuery } from './queries.ts'
import { Run } from './run.tsx'
import type { Detail } from './types.ts'
import { useEvidenceKeys } from './use-evidence-keys.ts'
import { useIsFromHub } from './use-is-from-hub.ts'
import { usePlace } from './use-place.ts'
import { VerdictBar, VerdictBarWaiting } from './verdict/verdict-bar.tsx'

/** One example: read its run, look at its patch, decide. `message` and `queue` are the ones the URL names. */
export function ExampleScreen({ id, message }: { id: string; message: number | null; queue: string | null }) {
  const api = useApi()
  const { data, error, refetch } = useQuery(detailQuery(api, id))
  const place = usePlace(id, data !== undefined)
  const isFetched = useIsFromHub(id)
  const findings = useFindings(id, data !== undefined)
  useEffect(warmMonaco, [])
  return (
    <FindingsContext value={findings}>
      <div className="example">
        <div className="example-body">
          {data ? (
            <Sides detail={data} message={message} />
          ) : error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <ExampleSkeleton isFetched={isFetched} />
          )}
        </div>
        {data ? <VerdictBar detail={data} place={place} /> : <VerdictBarWaiting place={place} isFailed={error !== null} />}
      </div>
    </FindingsContext>
  )
}

function Sides({ detail, message }: { detail: Detail; message: number | null }) {
  const [shows, setShows] = useLayout<boolean>('example.reasoning', true, (stored) => (typeof stored === 'boolean' ? stored : null))
  const [tab, setTab] = useLayout<EvidenceTab>('example.tab', 'patch', (stored) => EVIDENCE.find((one) => one === stored) ?? null)
  const toggle = useCallback(() => setShows(!shows), [shows, setShows])
  useEvidenceKeys(tab, detail.hasReferencePatch, setTab)
  usePointedTab(useFoundHere(), tab, setTab)
  return (
    <SplitPanes
      name="example"
      panes={[
        {
          id: 'run',
          label: 'Run',
          size: 'rest',
          min: 560,
          content: <Run key={detail.row.id} detail={detail} linked={message} reasoning={{ shows, toggle }} />,
        },
        { id: 'evidence', label: 'Evidence', size: 560, min: 340, content: <Evidence detail={detail} tab={tab} onTab={setTab} /> },
      ]}
    />
  )
}
