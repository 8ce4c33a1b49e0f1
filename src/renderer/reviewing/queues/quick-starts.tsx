import { Button } from '../../widgets/index.ts'
import { QUICK_STARTS } from '../logic/quick-starts.ts'
import { openReview } from '../review-view.ts'

/** Queues people often want, one button each; the dialog opens filled in. */
export function QuickStarts() {
  return (
    <section className="review-section" aria-labelledby="quick-starts">
      <h2 id="quick-starts">Quick starts</h2>
      <ul className="quick-starts">
        {QUICK_STARTS.map(({ title, help, fill }) => (
          <li key={title}>
            <Button title={help} onClick={() => openReview({ kind: 'new-queue', fill })}>
              {title}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
