import { useQuery } from '@tanstack/react-query'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { warmMonaco } from '../monaco/index.ts'
import { decisionOnItsWay, useOutbox } from '../state/outbox.ts'
import { useLayout } from '../state/use-layout.ts'
import { useSettings } from '../state/use-settings.ts'
import { ErrorState, SplitPanes } from '../widgets/index.ts'
import { EndCard } from './end-card.tsx'
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
import { type PlaceHere, usePlace } from './use-place.ts'
import { BlindContext, isHidden, withoutOpinions, withSaid } from './verdict/blind.ts'
import { VerdictBar, VerdictBarWaiting } from './verdict/verdict-bar.tsx'

/** One example: read its run, look at its patch, decide. `message` and `queue` are the ones the URL names. */
export function ExampleScreen({ id, message, queue }: { id: string; message: number | null; queue: string | null }) {
  const api = useApi()
  const { data, error, refetch } = useQuery(detailQuery(api, id))
  const here = usePlace(id, queue, data !== undefined)
  const { detail, isBlind } = useShown(data, here)
  const isFetched = useIsFromHub(id)
  const findings = useFindings(id, detail !== undefined && !isBlind)
  const [endedAt, setEndedAt] = useState<string | null>(null)
  const isEnded = endedAt === `${queue}/${id}`
  const ending = { isEnded, onEnd: () => setEndedAt(`${queue}/${id}`), onBack: () => setEndedAt(null) }
  useEffect(warmMonaco, [])
  return (
    <BlindContext value={isBlind}>
      <FindingsContext value={findings}>
        <div className="example">
          <div className="example-body">
            {isEnded ? (
              <EndCard place={here.place} queue={queue} />
            ) : detail ? (
              <Sides detail={detail} message={message} />
            ) : error ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : (
              <ExampleSkeleton isFetched={isFetched} />
            )}
          </div>
          {detail ? (
            <VerdictBar detail={detail} here={here} ending={ending} />
          ) : (
            <VerdictBarWaiting id={id} here={here} isFailed={error !== null} ending={ending} />
          )}
        </div>
      </FindingsContext>
    </BlindContext>
  )
}

/** The example as this person may see it: with what they just said of it, and without others' answers where these are hidden. */
function useShown(data: Detail | undefined, { place, walk, isAwaited }: PlaceHere): { detail: Detail | undefined; isBlind: boolean } {
  const { settings, isLoaded } = useSettings()
  const said = useOutbox(({ waiting }) => data && decisionOnItsWay(waiting, data.row.id))
  return useMemo(() => {
    if (!data || !isLoaded) return { detail: undefined, isBlind: false }
    const detail = withSaid(data, said)
    const { isBlind, reviewer } = settings
    const isPlaceAwaited = walk.queue !== null && isAwaited
    const hides = isHidden({ isBlind, isPlaceAwaited, place, reviewer, row: detail.row })
    return { detail: hides ? withoutOpinions(detail) : detail, isBlind: hides }
  }, [data, isLoaded, said, settings, walk.queue, isAwaited, place])
}

/** Drawn anew for another example alone: the screen around it hears of every answer of the host. */
const Sides = memo(function Sides({ detail, message }: { detail: Detail; message: number | null }) {
  const [shows, setShows] = useLayout<boolean>('example.reasoning', true, (stored) => (typeof stored === 'boolean' ? stored : null))
  const [tab, setTab] = useLayout<EvidenceTab>('example.tab', 'patch', (stored) => EVIDENCE.find((one) => one === stored) ?? null)
  const toggle = useCallback(() => setShows(!shows), [shows, setShows])
  // The run stands there first; its patch, which the editor takes a moment to draw, comes right behind.
  const behind = useDeferredValue(detail)
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
        { id: 'evidence', label: 'Evidence', size: 560, min: 340, content: <Evidence detail={behind} tab={tab} onTab={setTab} /> },
      ]}
    />
  )
})
