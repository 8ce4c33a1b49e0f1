import { Button } from '../../widgets/index.ts'
import { QUICK_STARTS } from '../logic/quick-starts.ts'
import { openReview } from '../review-view.ts'

/** How a second opinion comes about, while there is none. */
export function NoPairs() {
  const check = QUICK_STARTS.find(({ fill }) => fill.doublePercent !== undefined)
  return (
    <div className="people-empty">
      <p>
        <b>No example has two opinions yet.</b>{' '}
        <span className="muted">
          Make a queue of which two people judge a share, and go through it under two names; or hand a review pack to somebody and merge
          their ledger.
        </span>
      </p>
      <div className="pack-buttons">
        {check && <Button onClick={() => openReview({ kind: 'new-queue', fill: check.fill })}>{check.title}</Button>}
        <Button onClick={() => openReview({ kind: 'write-pack', queue: null })}>Write a review pack</Button>
      </div>
    </div>
  )
}
