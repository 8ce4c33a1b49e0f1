import type { ReactNode } from 'react'
import { setHas } from '../../browse/edit-selection.ts'
import { type BarItem, Bars, barsTable } from '../../plots/index.ts'
import type { Measure } from '../../state/use-measures.ts'
import { formatCount, formatPercent } from '../../widgets/index.ts'
import { toggled } from '../logic/choices.ts'
import { Panel } from '../panel.tsx'
import { useMeasureOf } from '../use-measure-of.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useTally } from '../use-stats.ts'

const MOST_KEYS = 12
/** Px: all twelve bars are in view, or nine. */
const PLOT_HEIGHTS = { tall: 300, plot: 222 }
const FOOT_HEIGHT = 30

/** The commonest keys of a tally with what of them failed; a bar picks the examples in which it was counted. */
export function TallyPanel({ id, title, tally, size, foot }: TallyPanelProps) {
  const { selection, narrow } = useScope()
  const asked = useTally({ selection, tally: tally.id, limit: MOST_KEYS })
  const shown = useMeasureOf(asked.data?.answer.tally) ?? tally
  const [first, second] = shown.amounts ?? []
  const noun = first?.unit ?? shown.unit
  const part = isPart(shown) && second ? second.label.toLowerCase() : undefined
  return (
    <Panel
      id={id}
      title={title}
      span={4}
      size={size}
      asked={asked}
      subtitle={({ answer }) => countWords(answer, noun, part)}
      foot={foot}
      table={({ answer }) => barsTable(itemsOf(answer, part), shown.label, noun, part)}
    >
      {({ answer }) =>
        answer.rows.length === 0 ? (
          <p className="panel-empty">Nothing of this kind was counted here.</p>
        ) : (
          <Bars
            items={itemsOf(answer, part)}
            noun={noun}
            {...(part === undefined ? {} : { partNoun: part })}
            picked={selection.has?.[shown.id] ?? []}
            onPick={(key) => narrow((now) => setHas(now, shown.id, toggled(now.has?.[shown.id] ?? [], key)))}
            height={foot ? PLOT_HEIGHTS[size] - FOOT_HEIGHT : PLOT_HEIGHTS[size]}
          />
        )
      }
    </Panel>
  )
}

/** See {@link TallyPanel}. */
interface TallyPanelProps {
  id: string
  title: string
  tally: Measure
  size: 'plot' | 'tall'
  /** A line below the bars. */
  foot?: ReactNode
}

/** True when the second amount is a part of the first: counted in the same unit, as failed calls are of calls. */
function isPart({ amounts: [first, second] = [] }: Measure): boolean {
  return second !== undefined && first?.unit === second.unit && second.id === 'failed'
}

function itemsOf({ rows }: StatsAnswers['tally'], part: string | undefined): BarItem[] {
  return rows.map(({ key, amounts: [value = 0, second = 0] }) => ({
    key,
    label: key === '' ? 'none' : key,
    value,

    ...(part === undefined || value === 0 ? {} : { part: second, text: formatPercent(second / value) }),
  }))
}

function countWords(
  { total: [all = 0, second = 0], keyCount, rows }: StatsAnswers['tally'],
  noun: string,
  part: string | undefined,
): string {
  const shown = rows.length < keyCount ? ` · ${rows.length} of ${formatCount(keyCount)} shown` : ''
  const rate = part === undefined || all === 0 ? '' : `, ${formatPercent(second / all)} ${part}`
  return `${formatCount(all)} ${noun}${rate}${shown}`
}
