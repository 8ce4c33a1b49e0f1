import { toggleFacet } from '../../browse/edit-selection.ts'
import { type BarItem, Bars, barsTable, looksOf } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import { formatCount } from '../../widgets/index.ts'
import { ChosenMeasure } from '../chosen-measure.tsx'
import { formatStat } from '../logic/format-stat.ts'
import { Panel } from '../panel.tsx'
import { useKeyOrder } from '../use-key-order.ts'
import { useMeasureOf } from '../use-measure-of.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useSummary } from '../use-stats.ts'

/** Px, with a line below the bars. */
const PLOT_HEIGHT = 192

/** Mean tool turns of resolved, failed and unlabelled runs; `measures` are the ways to count them. */
export function ToolTurnsPanel({ measure, measures, onChoose }: ToolTurnsPanelProps) {
  const { selection, narrow } = useScope()
  const asked = useSummary({ selection, by: ['label'], measures: [measure.id] })
  const order = useKeyOrder('label')
  const shown = useMeasureOf(asked.data?.input.measures[0]) ?? measure
  return (
    <Panel
      id="tool-turns"
      title="Mean tool turns by label"
      span={4}
      asked={asked}
      subtitle={({ answer }) =>
        `${shown.label.toLowerCase()}, n ${formatCount(answer.groups.reduce((sum, { cells: [cell] }) => sum + (cell?.count ?? 0), 0))}`
      }
      table={({ answer }) => barsTable(itemsOf(answer, order), 'Label', `mean ${shown.label.toLowerCase()}`)}
      foot={<ChosenMeasure label="Tool turns counted by" measure={measure} measures={measures} onChange={onChoose} />}
    >
      {({ answer }) => (
        <Bars
          items={itemsOf(answer, order)}
          noun={shown.label.toLowerCase()}
          picked={selection.facets?.label ?? []}
          onPick={(key) => narrow((now) => toggleFacet(now, 'label', key))}
          height={PLOT_HEIGHT}
        />
      )}
    </Panel>
  )
}

/** See {@link ToolTurnsPanel}. */
interface ToolTurnsPanelProps {
  measure: Measure
  measures: readonly Measure[]
  onChoose: (id: string) => void
}

function itemsOf({ groups }: StatsAnswers['summary'], order: readonly string[]): BarItem[] {
  const looks = looksOf(
    'label',
    groups.map(({ keys: [key = ''] }) => key),
    order,
  )
  return looks.flatMap(({ key, glyph, label, color }, i) => {
    const cell = groups[i]?.cells[0]
    if (!cell || cell.mean === null) return []
    const value = Number(cell.mean.toFixed(1))
    return [{ key, label: `${glyph} ${label}`, value, text: formatStat(cell.mean), color }]
  })
}
