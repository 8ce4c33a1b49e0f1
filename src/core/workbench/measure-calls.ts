import { writeAnalysisCsv } from '#export'
import { MEASURE_INFO } from '#measure'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { holdWhile } from './long-work.ts'
import { measureSelection } from './measuring/measure-selection.ts'
import { queryOf } from './query-of.ts'

/** The calls about measures. */
export function measureCalls(desk: Desk) {
  return {
    list: os.measure.list.handler(() => MEASURE_INFO.map((info) => ({ ...info }))),
    run: os.measure.run.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return holdWhile(seat.session, (stop) => measureSelection(seat, input, stop), signal)
    }),
    csv: os.measure.csv.handler(async ({ input, signal }) => {
      const { rows, columns } = await writeAnalysisCsv(input.path, desk.session.workspace.analysis.rows(queryOf(input.selection)), {
        signal,
      })
      return { rows, columns, path: input.path }
    }),
  }
}
