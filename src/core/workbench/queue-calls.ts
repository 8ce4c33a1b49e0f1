import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { allQueues, letGo, queueOf } from './queues/held-queues.ts'
import { makeQueue, previewQueue } from './queues/make-queue.ts'
import { queueInfo } from './queues/queue-info.ts'
import { queuePlace, skipQueued } from './queues/queue-place.ts'
import { reviewerOf } from './reviewer-of.ts'

/** The calls about queues. */
export function queueCalls(desk: Desk) {
  return {
    list: os.queue.list.handler(async ({ input }) => {
      const reviewer = await reviewerOf(desk, input.reviewer)
      const { queues, judgments } = allQueues(desk.session)
      return queues.map((queue) => queueInfo(queue, judgments, reviewer))
    }),
    preview: os.queue.preview.handler(({ input, signal }) => previewQueue(seatAt(desk), input, signal)),
    make: os.queue.make.handler(({ input }) => makeQueue(seatAt(desk), input)),
    rename: os.queue.rename.handler(async ({ input }) => {
      const { session } = desk
      queueOf(session, input.queue)
      session.workspace.record.renameQueue(input.queue, input.name)
      letGo(session, input.queue)
      const { queue, judgments } = queueOf(session, input.queue)
      return queueInfo(queue, judgments, await reviewerOf(desk, undefined))
    }),
    remove: os.queue.remove.handler(({ input }) => {
      letGo(desk.session, input.queue)
      return { removed: desk.session.workspace.record.removeQueue(input.queue) }
    }),
    place: os.queue.place.handler(({ input }) => queuePlace(seatAt(desk), input)),
    skip: os.queue.skip.handler(({ input }) => skipQueued(seatAt(desk), input)),
  }
}
