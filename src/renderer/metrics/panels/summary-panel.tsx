import { useMeasures } from '../../state/use-measures.ts'
import { formatCount } from '../../widgets/index.ts'
import { choiceWord } from '../logic/measure-choice.ts'
import { summaryTable } from '../logic/summary-table.ts'
import { MeasureChooser } from '../measure-chooser.tsx'
import { NumberTable } from '../number-table.tsx'
import { Panel } from '../panel.tsx'
import { useChoices } from '../use-choices.ts'
import { useKeyOrder } from '../use-key-order.ts'
import { useScope } from '../use-scope.ts'
import { useSummary } from '../use-stats.ts'

/** Count, mean, deviation, extremes and percentiles of the measures chosen, side by side for what is compared. */
export function SummaryPanel({ measures }: { measures: readonly string[] }) {
  const { selection } = useScope()
  const { by } = useChoices().choices
  const { measures: all } = useMeasures()
  const asked = useSummary({ selection, by: by === null ? [] : [by], measures: [...measures] })
  const order = useKeyOrder(asked.data?.input.by?.[0] ?? null)
  const labelOf = (id: string) => {
    const measure = all.find((one) => one.id === id)
    return measure ? choiceWord(measure) : id
  }
  const words = { labelOf, orderOf: () => order }
  return (
    <Panel
      id="summary"
      title="Numeric summary"
      span={12}
      size="table"
      asked={asked}
      subtitle={({ answer }) => leftOutWords(answer.groups, answer.groupsLeftOut)}
      table={(data) => summaryTable(data, words)}
      actions={<MeasureChooser />}
    >
      {(data) => <NumberTable label="Numeric summary" table={summaryTable(data, words)} repeats={1} />}
    </Panel>
  )
}

function leftOutWords(groups: readonly { measured: number }[], left: number): string {
  const n = `${formatCount(groups.reduce((sum, { measured }) => sum + measured, 0))} measured`
  return left === 0 ? n : `${n}, the ${formatCount(groups.length)} largest groups; ${formatCount(left)} left out`
}
