import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The calls about queues. */
export function queueCalls(_desk: Desk) {
  return {
    list: os.queue.list.handler(notBuilt),
    preview: os.queue.preview.handler(notBuilt),
    make: os.queue.make.handler(notBuilt),
    rename: os.queue.rename.handler(notBuilt),
    remove: os.queue.remove.handler(notBuilt),
    place: os.queue.place.handler(notBuilt),
    skip: os.queue.skip.handler(notBuilt),
  }
}
