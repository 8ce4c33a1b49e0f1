import { os } from './base.ts'
import { openExample } from './bodies/open-example.ts'
import { type Desk, seatAt } from './desk.ts'
import { align } from './siblings/align.ts'
import { attemptsOf } from './siblings/attempts.ts'
import { pair, pairsOf, unpair } from './siblings/pair.ts'
import { pick } from './siblings/pick.ts'

/** The calls about attempts at one instance. */
export function siblingCalls(desk: Desk) {
  return {
    attempts: os.sibling.attempts.handler(({ input }) => attemptsOf(seatAt(desk), input.id)),
    align: os.sibling.align.handler(({ input, signal }) => align(seatAt(desk), input.ids, signal)),
    pick: os.sibling.pick.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      // A decision is about the whole row; fetched before the turn is taken, so that other decisions do not wait for the Hub.
      for (const id of [input.best, ...input.others]) await openExample(seat, id, signal)
      return seat.session.exclusiveDecision(() => pick(seat, input))
    }),
    pair: os.sibling.pair.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      for (const id of [input.chosen, input.rejected]) await openExample(seat, id, signal)
      return seat.session.exclusiveDecision(() => pair(seat, input))
    }),
    unpair: os.sibling.unpair.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusiveDecision(() => unpair(seat, input))
    }),
    pairs: os.sibling.pairs.handler(async ({ input }) => {
      const pairs = await pairsOf(seatAt(desk), input.id)
      return { total: pairs.length, rows: pairs.slice(input.offset, input.offset + input.limit) }
    }),
  }
}
