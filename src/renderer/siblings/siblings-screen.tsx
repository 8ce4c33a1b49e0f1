import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { EmptyState, ErrorState, Skeleton } from '../widgets/index.ts'
import { AttemptHeads } from './attempt-heads.tsx'
import { BenchHeader, type BenchView } from './bench-header.tsx'
import { CallLines } from './call-lines.tsx'
import { FileMatrix } from './file-matrix.tsx'
import { PairList } from './pair-list.tsx'
import { attemptsQuery } from './queries.ts'
import { firstShown, toggleShown } from './shown-attempts.ts'
import type { Attempts } from './types.ts'
import { useBenchActions } from './use-bench-actions.ts'
import { useBenchKeys } from './use-bench-keys.ts'
import { useIsHidden } from './use-is-hidden.ts'
import './siblings.css'

/** All attempts at the instance of one example, side by side: figures, calls, patches; the best is picked, pairs are marked. */
export function SiblingsScreen({ id }: { id: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery(attemptsQuery(api, id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={10} height={28} label="Loading the attempts" />
  return <Bench key={data.instanceId} opened={id} attempts={data} />
}

function Bench({ opened, attempts }: { opened: string; attempts: Attempts }) {
  const [shownIds, setShownIds] = useState(() => firstShown(attempts, opened))
  const [current, setCurrent] = useState(opened)
  const [view, setView] = useState<BenchView>('calls')
  const [chosen, setChosen] = useState<string | null>(null)
  const isHidden = useIsHidden()
  const shown = attempts.attempts.filter(({ id }) => shownIds.includes(id))
  const actions = useBenchActions(attempts, { chosen, setChosen })
  const column = Math.max(
    0,
    shown.findIndex(({ id }) => id === current),
  )
  const at = shown[column]?.id ?? opened
  const move = (by: number) => setCurrent(shown[Math.min(shown.length - 1, Math.max(0, column + by))]?.id ?? at)
  useBenchKeys({ move, at, opened, actions, view, setView })
  const toggle = (id: string) => setShownIds(toggleShown(attempts, shownIds, id))
  const isAlone = attempts.attempts.length < 2
  return (
    <div className="bench">
      <BenchHeader
        attempts={attempts}
        opened={opened}
        shown={shownIds}
        onToggle={toggle}
        view={view}
        onView={setView}
        isHidden={isHidden}
      />
      <section className="bench-scroll" aria-label="Attempts side by side" data-area>
        <AttemptHeads
          shown={shown}
          current={at}
          onCurrent={setCurrent}
          chosen={chosen}
          actions={actions}
          isHidden={isHidden}
          isAlone={isAlone}
        />
        {isAlone && (
          <EmptyState title="The only attempt here">
            Other runs at this instance come with further sources, or another folder of this one.
          </EmptyState>
        )}
        {!isAlone && view === 'calls' && <CallLines key={shownIds.join('\n')} shown={shown} column={column} />}
        {!isAlone && view === 'patches' && <FileMatrix shown={shown} />}
      </section>
      <PairList opened={opened} attempts={attempts} actions={actions} />
    </div>
  )
}
