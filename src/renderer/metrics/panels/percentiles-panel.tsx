import { looksOf, PercentileLines, type PercentileRow, percentilesTable } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import { formatCount } from '../../widgets/index.ts'
import type { Dimension } from '../logic/choices.ts'
import { dimensionTitle } from '../logic/dimension-title.ts'
import { axisOf } from '../logic/measure-choice.ts'
import { UPPER, valuesAt } from '../logic/percentiles.ts'
import { MeasureSelect } from '../measure-select.tsx'
import { Panel } from '../panel.tsx'
import { useChoices } from '../use-choices.ts'
import { useKeyOrder } from '../use-key-order.ts'
import { useMeasureOf } from '../use-measure-of.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useSummary } from '../use-stats.ts'

/** From p50 to p99 and the largest, a line a group: what a limit on a measure would cut. */
export function PercentilesPanel({ measure, measures }: { measure: Measure; measures: readonly Measure[] }) {
  const { selection } = useScope()
  const { choices, choose } = useChoices()
  const asked = useSummary({ selection, by: choices.by === null ? [] : [choices.by], measures: [measure.id] })
  const askedBy = asked.data?.input.by?.[0] ?? null
  const order = useKeyOrder(askedBy)
  const shown = useMeasureOf(asked.data?.input.measures[0]) ?? measure
  const title = askedBy === null ? 'Group' : dimensionTitle(askedBy)
  return (
    <Panel
      id="percentiles"
      title={`Percentiles of ${shown.label.toLowerCase()}`}
      span={7}
      size="grows"
      asked={asked}
      subtitle={({ answer }) => `n ${formatCount(rowsOf(answer, askedBy, order).reduce((sum, { n }) => sum + n, 0))}`}
      table={({ answer }) => percentilesTable(rowsOf(answer, askedBy, order), UPPER, title)}
      actions={
        <MeasureSelect label="Percentiles of" measures={measures} value={measure.id} onChange={(id) => choose({ percentilesOf: id })} />
      }
    >
      {({ answer }) => <PercentileLines rows={rowsOf(answer, askedBy, order)} percentiles={UPPER} axis={axisOf(shown)} isLog />}
    </Panel>
  )
}

function rowsOf({ groups }: StatsAnswers['summary'], by: Dimension | null, order: readonly string[]): PercentileRow[] {
  const keys = groups.map(({ keys: [key = ''] }) => key)
  return looksOf(by, keys, order).flatMap((look, i) => {
    const cell = groups[i]?.cells[0]
    return cell ? [{ look, n: cell.count, min: cell.min, max: cell.max, values: valuesAt(cell.percentiles, UPPER) }] : []
  })
}
