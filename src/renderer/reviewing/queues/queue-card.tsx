import { EyeOff, Play } from 'lucide-react'
import { useId } from 'react'
import { useGoOn } from '../../app/use-go-on.ts'
import { Button, formatCount, formatDate, Tag } from '../../widgets/index.ts'
import { orderWords } from '../logic/orders.ts'
import { paceWords } from '../logic/pace-words.ts'
import type { Queue } from '../types.ts'
import { QueueMenu } from './queue-menu.tsx'

/** One queue: what it is, how far it is for this person and for each of the others, and the way on. */
export function QueueCard({ queue, reviewer }: { queue: Queue; reviewer: string }) {
  const goOn = useGoOn()
  const title = useId()
  const { definition, total, left, gone, doubled } = queue
  const done = total - gone - left
  const mine = queue.reviewers.find((one) => one.reviewer === reviewer)
  const skipped = mine?.skipped ?? 0
  return (
    <li className="queue" aria-labelledby={title}>
      <div className="queue-head">
        <b id={title} className="cut" title={definition.name}>
          {definition.name}
        </b>
        {definition.isBlind && (
          <Tag tone="accent" title="Verdicts and others' decisions stay hidden until you have said yours">
            <EyeOff size={11} aria-hidden /> blind
          </Tag>
        )}
        <span className="grow" />
        <Button
          icon={<Play size={12} aria-hidden />}
          disabled={left === 0}
          onClick={() => void goOn(queue.id, definition.name)}
          aria-describedby={title}
        >
          Go on
        </Button>
        <QueueMenu queue={queue} />
      </div>
      <p className="queue-order muted" title={`Made ${formatDate(queue.madeAt)}`}>
        {orderWords(definition)}
      </p>
      <QueueBar done={done} skipped={skipped} total={total} name={definition.name} />
      <p className="queue-figures">
        <span>
          <b>{formatCount(done)}</b> of {formatCount(total)}
        </span>
        {gone > 0 && (
          <span className="muted" title="Their source left the workspace">
            {formatCount(gone)} gone
          </span>
        )}
        {skipped > 0 && <span className="queue-skipped">{formatCount(skipped)} skipped</span>}
        <span className="grow" />
        <span className="muted">{paceWords(mine?.pace ?? null, left)}</span>
      </p>
      {doubled.total > 0 && (
        <p className="muted">
          {formatCount(doubled.done)} of {formatCount(doubled.total)} judged by two people
        </p>
      )}
      <Reviewers queue={queue} />
    </li>
  )
}

/** Done from the left, skipped at the right end: they come last. */
function QueueBar({ done, skipped, total, name }: { done: number; skipped: number; total: number; name: string }) {
  const percent = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`
  return (
    <span
      className="queue-bar"
      role="progressbar"
      aria-label={`Done of ${name}`}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <i className="queue-done" style={{ width: percent(done) }} />
      <i className="queue-waiting" style={{ width: percent(skipped) }} />
    </span>
  )
}

/** Who did how much of it; nothing while one person works alone, whose figures stand above. */
function Reviewers({ queue: { reviewers, total, definition } }: { queue: Queue }) {
  if (reviewers.length < 2) return null
  return (
    <ul className="queue-people" aria-label={`Reviewers of ${definition.name}`}>
      {reviewers.map(({ reviewer, decided, skipped, pace }) => (
        <li key={reviewer}>
          <span className="cut" title={reviewer}>
            {reviewer}
          </span>
          <span className="queue-share" aria-hidden>
            <i style={{ width: `${total === 0 ? 0 : Math.min(1, decided / total) * 100}%` }} />
          </span>
          <span className="number">{formatCount(decided)} decided</span>
          <span className="muted">
            {[skipped > 0 ? `${formatCount(skipped)} skipped` : '', pace === null ? '' : `${formatCount(pace)} an hour`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
