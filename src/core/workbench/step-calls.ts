import { findOccurrences } from '#review'
import { os } from './base.ts'
import { openExample } from './bodies/open-example.ts'
import { type Desk, seatAt } from './desk.ts'
import { editSteps } from './steps/edit-steps.ts'
import { proposalsOf } from './steps/proposals-of.ts'

/** The calls about how an example is trained on: masks, cuts and redactions. */
export function stepCalls(desk: Desk) {
  return {
    edit: os.step.edit.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      // Read before the turn is taken: other decisions do not wait for the Hub.
      const { example } = await openExample(seat, input.id, signal)
      return seat.session.exclusiveDecision(() => editSteps(seat, example, input))
    }),
    proposals: os.step.proposals.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      return proposalsOf(seat, (await openExample(seat, input.id, signal)).example)
    }),
    occurrences: os.step.occurrences.handler(async ({ input, signal }) =>
      findOccurrences((await openExample(seatAt(desk), input.id, signal)).example, input.text),
    ),
  }
}
