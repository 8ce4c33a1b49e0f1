import { useMeasures } from '../../state/use-measures.ts'
import { formatCount } from '../../widgets/index.ts'
import type { Dimension } from '../logic/choices.ts'
import { meansTable } from '../logic/summary-table.ts'
import { NumberTable } from '../number-table.tsx'
import { Panel } from '../panel.tsx'
import { useKeyOrder } from '../use-key-order.ts'
import { useScope } from '../use-scope.ts'
import { useSummary } from '../use-stats.ts'

const BY: Dimension[] = ['harness', 'thinking']

/** The dataset paper's table: turns and tokens a turn by harness and thinking mode. */
export function TurnsPanel({ measures }: { measures: readonly string[] }) {
  const { selection } = useScope()
  const { labelOf } = useMeasures()
  const asked = useSummary({ selection, by: BY, measures: [...measures] })
  const orders: Partial<Record<Dimension, readonly string[]>> = { harness: useKeyOrder('harness'), thinking: useKeyOrder('thinking') }
  const words = { labelOf, orderOf: (dimension: Dimension) => orders[dimension] ?? [] }
  return (
    <Panel
      id="turns"
      title="Turns by harness and thinking"
      span={5}
      size="table"
      asked={asked}
      subtitle={({ answer }) => `n ${formatCount(answer.groups.reduce((sum, { measured }) => sum + measured, 0))}`}
      table={(data) => meansTable(data, words)}
    >
      {(data) => <NumberTable label="Turns by harness and thinking" table={meansTable(data, words)} />}
    </Panel>
  )
}
