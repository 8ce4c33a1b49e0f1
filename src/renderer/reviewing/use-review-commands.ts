import { useApi } from '../api/use-api.ts'
import { navigate } from '../app/route.ts'
import { useGoOn } from '../app/use-go-on.ts'
import { useReview } from '../app/use-review.ts'
import { faultOf } from '../state/fault-of.ts'
import { useSettings } from '../state/use-settings.ts'
import { toast } from '../widgets/index.ts'
import { newestQueue } from './logic/newest-queue.ts'
import { openReview, type ReviewDialog } from './review-view.ts'

/** What can be done about reviewing from any screen, as lines of the palette. */
export function useReviewCommands(): { name: string; group: string; run: () => void }[] {
  const api = useApi()
  const goOn = useGoOn()
  const review = useReview()
  const { reviewer } = useSettings().settings
  const goOnNewest = async () => {
    try {
      const queue = newestQueue(await api.queue.list({}), reviewer)
      await (queue ? goOn(queue.id, queue.definition.name) : review())
    } catch (error) {
      toast({ text: faultOf(error).message, tone: 'drop' })
    }
  }
  const ask = (dialog: ReviewDialog) => () => {
    navigate({ screen: 'review' })
    openReview(dialog)
  }
  const group = 'Review'
  return [
    { name: 'New queue', group, run: ask({ kind: 'new-queue', fill: {} }) },
    { name: 'Go on with the newest queue', group, run: () => void goOnNewest() },
    { name: 'Write a review pack', group, run: ask({ kind: 'write-pack', queue: null }) },
    { name: 'Open a review pack', group, run: ask({ kind: 'open-pack' }) },
    { name: 'Merge a ledger', group, run: ask({ kind: 'merge' }) },
  ]
}
