import { navigate } from '../app/route.ts'
import { useKeys } from '../keys/use-keys.ts'
import { askToMeasure } from '../state/measure-question.ts'
import { type ExampleRow, useDecide } from '../state/use-decide.ts'

/** Keys about the row under the cursor. They work wherever nothing is typed, the table focused or not. */
export function useBrowseKeys(row: ExampleRow | null): void {
  const { decide, undo } = useDecide()
  const on = (act: (row: ExampleRow) => void) => () => row && act(row)
  useKeys([
    { key: 'Enter', name: 'Open the example', group: 'Browse', run: on(({ id }) => navigate({ screen: 'example', id, message: null })) },
    { key: 'a', name: 'Accept', group: 'Decide', run: on((one) => void decide(one, { kind: 'accept' })) },
    { key: 'x', name: 'Reject', group: 'Decide', run: on((one) => void decide(one, { kind: 'reject' })) },
    { key: 'u', name: 'Undo', group: 'Decide', run: () => void undo() },
    { key: 'm', name: 'Measure this selection', group: 'Browse', run: askToMeasure },
  ])
}
