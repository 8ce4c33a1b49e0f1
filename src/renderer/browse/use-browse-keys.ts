import { navigate } from '../app/route.ts'
import { askToDecideAll } from '../bulk/index.ts'
import { useKeys } from '../keys/use-keys.ts'
import { askToMeasure } from '../state/measure-question.ts'
import { type ExampleRow, useDecide } from '../state/use-decide.ts'
import { isRowHidden } from './blind.ts'

/** What can be done about the row under the cursor, each with a key. */
export interface RowActions {
  open: () => void
  accept: () => void
  reject: () => void
  undo: () => void
}

/** Keys about the row under the cursor, and about all of them. They work wherever nothing is typed, the table focused or not. */
export function useBrowseKeys(row: ExampleRow | null, blindFor: string | null): RowActions {
  const { decide, undo } = useDecide()
  const on = (act: (row: ExampleRow) => void) => () => row && act(row)
  const say = (kind: 'accept' | 'reject') => on((one) => void decide(one, { kind, isBlind: isRowHidden(one, blindFor) }))
  const actions: RowActions = {
    open: on(({ id }) => navigate({ screen: 'example', id, message: null, queue: null })),
    accept: say('accept'),
    reject: say('reject'),
    undo: () => void undo(),
  }
  useKeys([
    { key: 'Enter', name: 'Open the example', group: 'Browse', run: actions.open },
    { key: 'a', name: 'Accept', group: 'Decide', run: actions.accept },
    { key: 'x', name: 'Reject', group: 'Decide', run: actions.reject },
    { key: 'u', name: 'Undo', group: 'Decide', run: actions.undo },
    { key: 'Shift+D', name: 'Decide about all of them', group: 'Decide', run: askToDecideAll },
    { key: 'm', name: 'Measure this selection', group: 'Browse', run: askToMeasure },
  ])
  return actions
}
