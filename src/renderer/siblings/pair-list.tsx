import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { Button, formatCounted } from '../widgets/index.ts'
import { attemptName } from './attempt-name.ts'
import { pairsQuery } from './queries.ts'
import type { Attempts } from './types.ts'
import type { BenchActions } from './use-bench-actions.ts'

/** The preference pairs of this instance; nothing is drawn while there are none. */
export function PairList({ opened, attempts, actions }: { opened: string; attempts: Attempts; actions: BenchActions }) {
  const api = useApi()
  const { data } = useQuery(pairsQuery(api, opened))
  const pairs = data?.rows ?? []
  if (pairs.length === 0) return null
  const nameOf = (id: string) => {
    const attempt = attempts.attempts.find((one) => one.id === id)
    return attempt ? attemptName(attempt) : id
  }
  return (
    <section className="bench-pairs" aria-label="Preference pairs" data-area>
      <h2>{formatCounted(pairs.length, 'preference pair')}</h2>
      <ul>
        {pairs.map((pair) => (
          <li key={pair.seq}>
            <span className="mono cut">
              <span className="bench-chosen">✓ {nameOf(pair.chosen)}</span> over{' '}
              <span className="bench-rejected">✕ {nameOf(pair.rejected)}</span>
            </span>
            <span className="muted">{pair.reviewer}</span>
            <Button kind="ghost" onClick={() => actions.unpair(pair)}>
              Take away
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
