import { toggleFacet } from '../../browse/edit-selection.ts'
import { type BarItem, Bars, barsTable, looksOf } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import { formatCount, formatValue } from '../../widgets/index.ts'
import { Panel } from '../panel.tsx'
import { useKeyOrder } from '../use-key-order.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useSummary } from '../use-stats.ts'

/** Mean tool turns of resolved, failed and unlabelled runs. */
export function ToolTurnsPanel({ measure }: { measure: Measure }) {
  const { selection, narrow } = useScope()
  const asked = useSummary({ selection, by: ['label'], measures: [measure.id] })
  const order = useKeyOrder('label')
  return (
    <Panel
      id="tool-turns"
      title="Mean tool turns by label"
      span={4}
      asked={asked}
      subtitle={({ answer }) =>
        `${measure.label.toLowerCase()}, n ${formatCount(answer.groups.reduce((sum, { cells: [cell] }) => sum + (cell?.count ?? 0), 0))}`
      }
      table={({ answer }) => barsTable(itemsOf(answer, order), 'Label', 'mean tool turns')}
    >
      {({ answer }) => (
        <Bars
          items={itemsOf(answer, order)}
          noun="tool turns"
          picked={selection.facets?.label ?? []}
          onPick={(key) => narrow((now) => toggleFacet(now, 'label', key))}
        />
      )}
    </Panel>
  )
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
    return [{ key, label: `${glyph} ${label}`, value, text: formatValue(value), color }]
  })
}
