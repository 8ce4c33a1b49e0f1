import { setFacet } from '../../browse/edit-selection.ts'
import { type HeatCell, HeatTable, heatCellsTable, looksOf } from '../../plots/index.ts'
import { formatCount } from '../../widgets/index.ts'
import { hiddenWords } from '../logic/share-words.ts'
import { NoRates } from '../no-rates.tsx'
import { Panel } from '../panel.tsx'
import { useChoices } from '../use-choices.ts'
import { useScope } from '../use-scope.ts'
import { type StatsAnswers, useRates } from '../use-stats.ts'

/** Px. */
const PLOT_HEIGHT = 284

/** Resolution rate where harness and model meet; a cell picks both. Their own ticks do not narrow it, so that another can be picked. */
export function HeatPanel() {
  const { selection, narrow } = useScope()
  const { choices, choose } = useChoices()
  const { least } = choices
  const asked = useRates({ selection: setFacet(setFacet(selection, 'harness', []), 'model', []), by: ['harness', 'model'], least })
  return (
    <Panel
      id="heat"
      title="Rate: harness × model"
      span={4}
      size="tall"
      asked={asked}
      subtitle={({ answer }) => `${formatCount(answer.all.n)} labelled, n ≥ ${formatCount(answer.least)}`}
      table={({ answer }) => heatCellsTable(cellsOf(answer), 'Harness', 'Model')}
    >
      {({ answer }) => (
        <>
          {answer.groups.length === 0 ? (
            <NoRates group="pair" least={answer.least} onShowAll={() => choose({ least: 1 })} />
          ) : (
            <HeatTable
              rows={looksOf('harness', distinct(cellsOf(answer).map(({ row }) => row)))}
              columns={looksOf('model', distinct(cellsOf(answer).map(({ column }) => column)))}
              cells={cellsOf(answer)}
              noun="resolved"
              emptyText={`fewer than ${formatCount(answer.least)} labelled`}
              onPick={(harness, model) => narrow((now) => setFacet(setFacet(now, 'harness', [harness]), 'model', [model]))}
              height={PLOT_HEIGHT}
            />
          )}
          <div className="panel-foot">
            <span className="panel-note cut">{hiddenWords(answer)}</span>
          </div>
        </>
      )}
    </Panel>
  )
}

function cellsOf({ groups }: StatsAnswers['rates']): HeatCell[] {
  return groups.map(({ keys: [row = '', column = ''], resolved }) => ({ row, column, share: resolved }))
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)]
}
