import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { hashOf } from '../app/route.ts'
import { useGoOn } from '../app/use-go-on.ts'
import { useSettings } from '../state/use-settings.ts'
import { Button, formatCount, formatCounted } from '../widgets/index.ts'
import type { Place } from './logic/place.ts'
import { queuesQuery } from './queries.ts'

/** Stands where the next example would: nothing is left of the queue or the selection. Tells what was done, and the ways on. */
export function EndCard({ place, queue }: { place: Place; queue: string | null }) {
  return (
    <div className="end-card" role="status">
      <h1 ref={focusWhenLost} tabIndex={-1} data-first-focus>
        {queue === null ? 'The end of the selection' : 'Queue done'}
      </h1>
      <p>{endWords(place)}</p>
      <div className="end-ways">
        {queue !== null && <NextQueue queue={queue} />}
        <a className="button" href={hashOf({ screen: 'review' })}>
          Review
        </a>
        <a className="button" href={hashOf({ screen: 'browse' })}>
          Browse
        </a>
      </div>
      <p className="muted">Undo takes back the last decision and returns to its example.</p>
    </div>
  )
}

/** The example that had the focus is gone: whoever reads by ear goes on here. A dialog keeps what it has. */
function focusWhenLost(heading: HTMLElement | null): void {
  if (document.activeElement === document.body) heading?.focus({ preventScroll: true })
}

/** "300 judged, 0 left". */
function endWords({ total, left, queue }: Place): string {
  if (queue === null) return `${formatCounted(total, 'example')} looked through; none comes after this one.`
  const skipped = queue.skipped > 0 ? `, ${formatCount(queue.skipped)} skipped` : ''
  return `${formatCount(queue.decided)} of ${formatCount(total)} judged${skipped}, ${formatCount(left)} left`
}

/** The newest other queue with something left. */
function NextQueue({ queue }: { queue: string }) {
  const api = useApi()
  const { reviewer } = useSettings().settings
  const goOn = useGoOn()
  const { data } = useQuery(queuesQuery(api, reviewer))
  const next = data?.find((one) => one.id !== queue && one.left > 0)
  if (!next) return null
  return (
    <Button kind="primary" onClick={() => void goOn(next.id)}>
      Next queue: {next.definition.name}, {formatCount(next.left)} left
    </Button>
  )
}
