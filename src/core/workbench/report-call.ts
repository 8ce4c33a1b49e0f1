import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { decisionSheetOf } from './reporting/decision-sheet-of.ts'
import { exampleReportOf } from './reporting/example-report-of.ts'

/** The call that makes reports. */
export function reportCall(desk: Desk) {
  return os.report.handler(({ input, signal }) =>
    input.kind === 'example' ? exampleReportOf(seatAt(desk), input.id, signal) : decisionSheetOf(seatAt(desk), input.selection),
  )
}
