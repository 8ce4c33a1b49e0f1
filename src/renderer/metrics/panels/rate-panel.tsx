import { setFacet, toggleFacet } from '../../browse/edit-selection.ts'
import { looksOf, RateBars, type RateItem, ratesTable } from '../../plots/index.ts'
import { formatCount } from '../../widgets/index.ts'
import { DimensionSelect } from '../dimension-select.tsx'
import { type Dimension, RATE_DIMENSIONS } from '../logic/choices.ts'
import { dimensionTitle } from '../logic/dimension-title.ts'
import { hiddenWords } from '../logic/share-words.ts'
import { NoRates } from '../no-rates.tsx'
import { NumberInput } from '../number-input.tsx'
import { Panel } from '../panel.tsx'
import { useChoices } from '../use-choices.ts'
import { useKeyOrder } from '../use-key-order.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useRates } from '../use-stats.ts'

/** Px. */
const PLOT_HEIGHT = 190

/** Resolution rate by one dimension; a bar picks its group. The dimension's own ticks do not narrow it, so that another can be picked. */
export function RatePanel() {
  const { selection, narrow } = useScope()
  const { choices, choose } = useChoices()
  const { rateBy, least } = choices
  const asked = useRates({ selection: setFacet(selection, rateBy, []), by: [rateBy], least })
  const dimension = asked.data?.input.by[0] ?? rateBy
  const order = useKeyOrder(dimension)
  return (
    <Panel
      id="rate"
      title={`Resolution rate by ${dimension}`}
      span={4}
      asked={asked}
      subtitle={({ answer }) => `${formatCount(answer.all.n)} labelled, 95 % interval`}
      table={({ answer }) => ratesTable(itemsOf(answer, dimension, order), dimensionTitle(dimension))}
    >
      {({ answer }) => (
        <>
          {answer.groups.length === 0 ? (
            <NoRates group={dimension} least={answer.least} onShowAll={() => choose({ least: 1 })} />
          ) : (
            <RateBars
              items={itemsOf(answer, dimension, order)}
              noun="resolved"
              picked={selection.facets?.[dimension] ?? []}
              onPick={(key) => narrow((now) => toggleFacet(now, dimension, key))}
              height={PLOT_HEIGHT}
            />
          )}
          <div className="panel-foot">
            <span className="panel-note">by</span>
            <DimensionSelect label="Rate by" value={rateBy} dimensions={RATE_DIMENSIONS} onChange={(by) => choose({ rateBy: by })} />
            <span className="panel-note">n ≥</span>
            <NumberInput label="Least labelled examples for a rate" value={least} onChange={(count) => choose({ least: count })} />
            <span className="panel-note cut">{hiddenWords(answer)}</span>
          </div>
        </>
      )}
    </Panel>
  )
}

function itemsOf({ groups }: StatsAnswers['rates'], dimension: Dimension, order: readonly string[]): RateItem[] {
  const keys = groups.map(({ keys: [key = ''] }) => key)
  return looksOf(dimension, keys, order).flatMap(({ key, label }, i) => {
    const share = groups[i]?.resolved
    return share ? [{ key, label, share }] : []
  })
}
