import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { holdWhile, stopSignal } from './long-work.ts'
import { makePack } from './packs/make-pack.ts'
import { mergeLedger } from './packs/merge-ledger.ts'
import { openPack } from './packs/open-pack.ts'
import { otherLedger } from './packs/other-ledger.ts'
import { wholePath } from './whole-path.ts'

/** The calls about review packs. */
export function packCalls(desk: Desk) {
  return {
    make: os.pack.make.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      const path = wholePath(input.path)
      return holdWhile(seat.session, (stop) => makePack(seat, { ...input, path }, stop), signal)
    }),
    open: os.pack.open.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      const path = wholePath(input.path)
      return holdWhile(seat.session, (stop) => openPack(seat, path, stop), signal)
    }),
    merge: os.pack.merge.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      // Read before the turn is taken: decisions do not wait for somebody else's file.
      const other = await otherLedger(wholePath(input.path), stopSignal(seat.session, signal))
      return seat.session.exclusiveDecision(() => mergeLedger(seat, other))
    }),
  }
}
