import { agreementOf } from '#review'
import { disagreements } from './agreement.ts'
import { os } from './base.ts'
import { openExample } from './bodies/open-example.ts'
import { decideInBulk, previewBulk } from './bulk.ts'
import { contentHashAt, decide, redo, undo } from './decide.ts'
import { type Desk, seatAt } from './desk.ts'
import { ledgerCheckOf } from './ledger-check.ts'
import { reasonsOf, setReasons } from './reasons.ts'
import { flag, tag } from './tag.ts'

/** The calls about what people decided. */
export function reviewCalls(desk: Desk) {
  return {
    decide: os.review.decide.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      // Fetched before the turn is taken: other decisions do not wait for the Hub.
      if (!contentHashAt(seat, input.id)) await openExample(seat, input.id, signal)
      return seat.session.exclusiveDecision(() => decide(seat, input))
    }),
    undo: os.review.undo.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusiveDecision(() => undo(seat, input.reviewer))
    }),
    redo: os.review.redo.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusiveDecision(() => redo(seat, input.reviewer))
    }),
    bulkPreview: os.review.bulkPreview.handler(({ input }) => previewBulk(seatAt(desk), input)),
    bulk: os.review.bulk.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusiveDecision(() => decideInBulk(seat, input))
    }),
    tag: os.review.tag.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusiveDecision(() => tag(seat, input))
    }),
    tags: os.review.tags.handler(async () =>
      (await desk.session.workspace.analysis.tags()).map(({ value, count }) => ({ tag: value, count })),
    ),
    flag: os.review.flag.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusiveDecision(() => flag(seat, input))
    }),
    setReasons: os.review.setReasons.handler(({ input }) => setReasons(desk.session, input.reasons)),
    agreement: os.review.agreement.handler(() => agreementOf(desk.session.ledger)),
    disagreements: os.review.disagreements.handler(({ input }) => disagreements(seatAt(desk), input)),
    recipe: os.review.recipe.handler(({ input }) => desk.session.workspace.record.keptRecipe(input.hash)),
    history: os.review.history.handler(({ input }) => desk.session.workspace.record.ledgerOf(input.id)),
    reasons: os.review.reasons.handler(() => reasonsOf(desk.session)),
    ledger: os.review.ledger.handler(({ input }) => desk.session.workspace.record.ledger(input)),
    recent: os.review.recent.handler(({ input }) => desk.session.workspace.record.recentEntries(input)),
    check: os.review.check.handler(() => ledgerCheckOf(desk)),
  }
}
