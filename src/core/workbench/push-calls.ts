import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { stopSignal } from './long-work.ts'
import { planOfPush, runPush } from './pushing/run-push.ts'
import { suggestPlace } from './pushing/suggest-place.ts'

/** The calls about exports that go to the Hub. They write nothing here, so they wait for no other work and hold none up. */
export function pushCalls(desk: Desk) {
  return {
    suggest: os.push.suggest.handler(({ input, signal }) => suggestPlace(seatAt(desk), input.dir, signal)),
    plan: os.push.plan.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return planOfPush(seat, input, stopSignal(seat.session, signal))
    }),
    run: os.push.run.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return runPush(seat, input, stopSignal(seat.session, signal))
    }),
  }
}
