import { writeAnalysisCsv } from '#export'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { holdWhile } from './long-work.ts'
import { measureSelection } from './measuring/measure-selection.ts'
import { MEASURED, queryOf } from './query-of.ts'
import { takeTokenizer } from './tokenizer/take-tokenizer.ts'
import { tokenizerInForce, useTokenizer } from './tokenizer/use-tokenizer.ts'

/** The calls about measures. */
export function measureCalls(desk: Desk) {
  return {
    list: os.measure.list.handler(() => desk.session.measures.map((info) => ({ ...info }))),
    run: os.measure.run.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return holdWhile(seat.session, (stop) => measureSelection(seat, input, stop), signal)
    }),
    tokenizer: os.measure.tokenizer.handler(() => tokenizerInForce(desk.session)),
    useTokenizer: os.measure.useTokenizer.handler(async function* ({ input, signal }) {
      const seat = seatAt(desk)
      // Looked at before its turn comes: whoever named no tokenizer need not wait to hear so.
      const tokenizer = await takeTokenizer(input.tokenizer, seat.session)
      yield* holdWhile(seat.session, (stop) => useTokenizer(seat, tokenizer, stop), signal)
    }),
    csv: os.measure.csv.handler(async ({ input, signal }) => {
      const query = queryOf(input.selection)
      // What is only indexed has no line in the table: half a million rows need not be read to find that out.
      const measured = query.facets?.measured ? query : { ...query, facets: { ...query.facets, ...MEASURED.facets } }
      const table = desk.session.workspace.analysis.rows(measured, null, { tallies: true })
      const { rows, columns } = await writeAnalysisCsv(input.path, table, { signal })
      return { rows, columns, path: input.path }
    }),
  }
}
