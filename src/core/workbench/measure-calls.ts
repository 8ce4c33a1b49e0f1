import { writeAnalysisCsv } from '#export'
import { MEASURE_INFO } from '#measure'
import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { queryOf } from './query-of.ts'

/** The calls about measures. */
export function measureCalls(desk: Desk) {
  return {
    list: os.measure.list.handler(() => MEASURE_INFO.map((info) => ({ ...info }))),
    csv: os.measure.csv.handler(async ({ input, signal }) => {
      const { rows, columns } = await writeAnalysisCsv(input.path, desk.session.workspace.analysis.rows(queryOf(input.selection)), {
        signal,
      })
      return { rows, columns, path: input.path }
    }),
  }
}
