import { navigate } from '../app/route.ts'
import { askToDecideAll } from '../bulk/index.ts'
import { useKeys } from '../keys/use-keys.ts'
import { askToMeasure } from '../state/measure-question.ts'
import { type ExampleRow, useDecide } from '../state/use-decide.ts'
import { isRowHidden } from './blind.ts'

/** Keys about the row under the cursor, and about all of them. They work wherever nothing is typed, the table focused or not. */
export function useBrowseKeys(row: ExampleRow | null, blindFor: string | null): void {
  const { decide, undo } = useDecide()
  const on = (act: (row: ExampleRow) => void) => () => row && act(row)
  const say = (kind: 'accept' | 'reject') => on((one) => void decide(one, { kind, isBlind: isRowHidden(one, blindFor) }))
  useKeys([
    { key: 'Enter', name: 'Open the example', group: 'Browse', run: on(({ id }) => open(id)) },
    { key: 'a', name: 'Accept', group: 'Decide', run: say('accept') },
    { key: 'x', name: 'Reject', group: 'Decide', run: say('reject') },
    { key: 'u', name: 'Undo', group: 'Decide', run: () => void undo() },
    { key: 'Shift+D', name: 'Decide about all of them', group: 'Decide', run: askToDecideAll },
    { key: 'm', name: 'Measure this selection', group: 'Browse', run: askToMeasure },
  ])
}

function open(id: string): void {
  navigate({ screen: 'example', id, message: null, queue: null })
}
