import { navigate } from '../../app/route.ts'
import { setRange } from '../../browse/edit-selection.ts'
import { type Brush2, DensityPlot, densityTable, looksOf } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import type { Selection } from '../../state/view-store.ts'
import { formatCount } from '../../widgets/index.ts'
import { axisOf } from '../logic/measure-choice.ts'
import { Panel } from '../panel.tsx'
import { useKeyOrder } from '../use-key-order.ts'
import { useMeasureOf } from '../use-measure-of.ts'
import { useShowPreview } from '../use-preview.ts'
import { useScope } from '../use-scope.ts'
import { useDensity } from '../use-stats.ts'

/** Px. */
const PLOT_HEIGHT = 220

/** Messages against tokens by label: single points for few, each leading to its example, a density for many. A rectangle narrows both. */
export function DensityPanel({ x, y }: { x: Measure; y: Measure }) {
  const { selection, settled, narrow } = useScope()
  const showPreview = useShowPreview()
  const asked = useDensity({ selection, x: x.id, y: y.id, by: 'label' })
  const order = useKeyOrder('label')
  const shownX = useMeasureOf(asked.data?.answer.x.measure) ?? x
  const shownY = useMeasureOf(asked.data?.answer.y.measure) ?? y
  const brushed = (brush: Brush2 | null) => (now: Selection) => withBoth(now, brush, shownX.id, shownY.id)
  return (
    <Panel
      id="density"
      title={`${y.label} against ${x.label.toLowerCase()}`}
      span={4}
      asked={asked}
      subtitle={({ answer }) => `by label, n ${formatCount(answer.n)}`}
      table={({ answer }) => {
        const keys = answer.groups.map(({ keys: [key = ''] }) => key)
        return densityTable(answer, axisOf(shownX), axisOf(shownY), looksOf('label', keys, order))
      }}
    >
      {({ answer }) =>
        answer.n === 0 ? (
          <p className="panel-empty">No measured example here has both values.</p>
        ) : (
          <DensityPlot
            data={answer}
            x={axisOf(shownX)}
            y={axisOf(shownY)}
            by="label"
            order={order}
            brush={brushOf(settled, shownX.id, shownY.id)}
            onBrush={(brush) => narrow(brushed(brush))}
            onDrag={(brush) => showPreview(brush === undefined ? null : brushed(brush))}
            onOpen={(id) => navigate({ screen: 'example', id, message: null })}
            height={PLOT_HEIGHT}
          />
        )
      }
    </Panel>
  )
}

function brushOf({ ranges }: Selection, x: string, y: string): Brush2 | null {
  const brush = { x: ranges?.[x] ?? null, y: ranges?.[y] ?? null }
  return brush.x === null && brush.y === null ? null : brush
}

const OPEN = { min: null, max: null }

function withBoth(selection: Selection, brush: Brush2 | null, x: string, y: string): Selection {
  return setRange(setRange(selection, x, brush?.x ?? OPEN), y, brush?.y ?? OPEN)
}
