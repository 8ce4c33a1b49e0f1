import { ListPlus, Play } from 'lucide-react'
import { useGoOn } from '../../app/use-go-on.ts'
import { useReview } from '../../app/use-review.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useSettings } from '../../state/use-settings.ts'
import { Button, EmptyState, ErrorState, formatCounted, Skeleton } from '../../widgets/index.ts'
import { newestQueue } from '../logic/newest-queue.ts'
import { paceWords } from '../logic/pace-words.ts'
import { openReview } from '../review-view.ts'
import type { Queue } from '../types.ts'
import { useQueues } from '../use-queues.ts'
import { PackButtons } from './pack-buttons.tsx'
import { QueueCard } from './queue-card.tsx'
import { QuickStarts } from './quick-starts.tsx'

const newQueue = () => openReview({ kind: 'new-queue', fill: {} })

/** Every queue with where it stands, and the ways to begin one. */
export function QueuesPanel() {
  const queues = useQueues()
  const { reviewer } = useSettings().settings
  const next = newestQueue(queues.data ?? [], reviewer)
  useKeys([{ key: 'q', name: 'New queue', group: 'Review', run: newQueue }])
  return (
    <div className="panel panel-side">
      <div className="bar">
        <h1 tabIndex={-1}>Review</h1>
        <span className="muted">{queues.data && formatCounted(queues.data.length, 'queue')}</span>
        <span className="grow" />
        <Button keys="q" icon={<ListPlus size={14} aria-hidden />} onClick={newQueue}>
          New queue
        </Button>
      </div>
      <div className="scroll">
        <GoOn queue={next} isReady={!queues.isPending} />
        <QuickStarts />
        {queues.isError && <ErrorState error={queues.error} onRetry={() => void queues.refetch()} isCompact />}
        {queues.isPending && (
          <div className="review-pad">
            <Skeleton lines={3} height={96} label="Loading the queues" />
          </div>
        )}
        {queues.data?.length === 0 && <NoQueue />}
        {queues.data && queues.data.length > 0 && (
          <ul className="queues" aria-label="Queues">
            {queues.data.map((queue) => (
              <QueueCard key={queue.id} queue={queue} reviewer={reviewer} />
            ))}
          </ul>
        )}
        <PackButtons />
      </div>
    </div>
  )
}

/** The most common way: one key goes on where this person stopped, in a queue or, without one, in what Browse shows. */
function GoOn({ queue, isReady }: { queue: Queue | null; isReady: boolean }) {
  const goOn = useGoOn()
  const review = useReview()
  const { reviewer } = useSettings().settings
  const run = () => void (queue ? goOn(queue.id, queue.definition.name) : review())
  const name = queue ? `Go on with ${queue.definition.name}` : 'Review the next undecided example'
  useKeys([{ key: 'Enter', name: 'Go on', group: 'Review', run: () => isReady && run() }])
  const pace = queue?.reviewers.find((one) => one.reviewer === reviewer)?.pace ?? null
  return (
    <div className="go-on">
      <Button kind="primary" className="go-on-button" keys="Enter" icon={<Play size={13} aria-hidden />} isBusy={!isReady} onClick={run}>
        <span className="cut grow">{name}</span>
      </Button>
      <p className="muted">{queue ? paceWords(pace, queue.left) : 'Of what Browse shows, in its order.'}</p>
    </div>
  )
}

function NoQueue() {
  return (
    <EmptyState
      title="No queue yet"
      action={
        <Button kind="primary" onClick={newQueue}>
          Make a queue
        </Button>
      }
    >
      A queue holds a number of examples in the order you judge them, and remembers where you stopped. It is chosen once, so what you change
      in Browse or in the recipe later does not move it.
    </EmptyState>
  )
}
