import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { ErrorState, formatDate, Skeleton } from '../../widgets/index.ts'
import { historyQuery } from '../queries.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import { useIsHidden } from '../verdict/blind.ts'

/** The example's ledger entries, oldest first: nothing in it is ever rewritten. */
export function History({ id }: { id: string }) {
  const api = useApi()
  const isHidden = useIsHidden()
  const history = useQuery({ ...historyQuery(api, id), enabled: !isHidden })
  if (isHidden) return <p className="nothing">What people said is hidden until you decide</p>
  return (
    <section>
      <h3>What people said</h3>
      {history.error && <ErrorState error={history.error} onRetry={() => void history.refetch()} isCompact />}
      {!history.data && !history.error && <Skeleton lines={2} height={14} />}
      {history.data?.length === 0 && <p className="nothing">Nothing yet</p>}
      <ol className="ledger">
        {history.data?.map((entry) => (
          <li key={entry.seq}>
            <span className="mono faint">{entry.seq}</span>
            <span className={entry.kind === 'undo' ? 'muted' : 'ledger-kind'}>
              {entry.kind === 'undo' ? `undo of ${entry.undoes}` : entry.kind}
              {entry.reason !== null && `: ${entry.reason}`}
            </span>
            <span className="muted">
              <MarkedText text={entry.reviewer} />
            </span>
            <time className="faint" dateTime={entry.time}>
              {formatDate(entry.time)}
            </time>
            {entry.note !== null && entry.note !== '' && (
              <q>
                <MarkedText text={entry.note} />
              </q>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
