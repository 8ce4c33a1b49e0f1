import type { ReactNode } from 'react'
import { setRange } from '../../browse/edit-selection.ts'
import { Histogram, histogramTable, looksOf, type PlotMark, type Range } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import type { Selection } from '../../state/view-store.ts'
import { formatCount } from '../../widgets/index.ts'
import { axisOf } from '../logic/measure-choice.ts'
import { Panel } from '../panel.tsx'
import { useChoices } from '../use-choices.ts'
import { useKeyOrder } from '../use-key-order.ts'
import { useMeasureOf } from '../use-measure-of.ts'
import { useShowPreview } from '../use-preview.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useHistogram } from '../use-stats.ts'

const BINS = 40
/** Px. */
const PLOT_HEIGHT = 220
const FOOT_HEIGHT = 30

/** A measure's distribution. What is brushed on it narrows everything else. */
export function HistogramPanel({ id, title, measure, clip = null, marks = [], actions, foot }: HistogramPanelProps) {
  const { selection, settled, narrow } = useScope()
  const showPreview = useShowPreview()
  const { by } = useChoices().choices
  const asked = useHistogram({ selection, measure: measure.id, by, bins: BINS, clip })
  const askedBy = asked.data?.input.by ?? null
  const shown = useMeasureOf(asked.data?.answer.axis.measure) ?? measure
  const order = useKeyOrder(askedBy)
  const brushed = (range: Range | null) => (now: Selection) => setRange(now, shown.id, range ?? { min: null, max: null })
  return (
    <Panel
      id={id}
      title={title}
      span={4}
      asked={asked}
      subtitle={({ answer }) => countWords(answer)}
      table={({ answer }) => {
        const keys = answer.groups.map(({ keys: [key = ''] }) => key)
        return histogramTable(answer, axisOf(shown), looksOf(askedBy, keys, order))
      }}
      actions={actions}
      foot={foot}
    >
      {({ answer }) =>
        isEmpty(answer) ? (
          <p className="panel-empty">No measured example here has a value for {shown.label}.</p>
        ) : (
          <Histogram
            data={answer}
            axis={axisOf(shown)}
            by={askedBy}
            order={order}
            scale={askedBy === null ? 'count' : 'share'}
            marks={marks.filter(({ value }) => value <= answer.axis.max)}
            brush={settled.ranges?.[shown.id] ?? null}
            onBrush={(range) => narrow(brushed(range))}
            onDrag={(range) => showPreview(range === undefined ? null : brushed(range))}
            height={foot ? PLOT_HEIGHT - FOOT_HEIGHT : PLOT_HEIGHT}
          />
        )
      }
    </Panel>
  )
}

/** See {@link HistogramPanel}. `clip` is the percentile (0 to 1) beyond which nothing is drawn. */
export interface HistogramPanelProps {
  id: string
  title: string
  measure: Measure
  clip?: number | null
  marks?: readonly PlotMark[]
  actions?: ReactNode
  /** A line below the drawing. */
  foot?: ReactNode
}

function isEmpty({ groups }: StatsAnswers['histogram']): boolean {
  return groups.every(({ n }) => n === 0)
}

function countWords({ groups }: StatsAnswers['histogram']): string {
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  const above = groups.reduce((sum, group) => sum + group.above, 0)
  return above === 0 ? `n ${formatCount(n)}` : `n ${formatCount(n)}, ${formatCount(above)} above p97`
}
