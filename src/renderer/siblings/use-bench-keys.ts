import { turnTo } from '../app/route.ts'
import { useKeys } from '../keys/use-keys.ts'
import type { BenchView } from './bench-header.tsx'
import type { BenchActions } from './use-bench-actions.ts'

const GROUP = 'Attempts'

/** Keys of the bench; each has its button in the column it acts on. Those of the lines are the lines' own. */
export function useBenchKeys({ move, at, opened, actions, view, setView }: BenchKeys): void {
  useKeys([
    { key: 'ArrowRight', name: 'Next attempt', group: GROUP, repeats: true, run: () => move(1) },
    { key: 'ArrowLeft', name: 'Previous attempt', group: GROUP, repeats: true, run: () => move(-1) },
    { key: 'p', name: 'Pick as best', group: GROUP, run: () => actions.pick(at) },
    { key: 'w', name: 'Chosen of a pair', group: GROUP, run: () => actions.choose(at) },
    { key: 's', name: 'Rejected of a pair', group: GROUP, run: () => actions.reject(at) },
    { key: 'o', name: 'Open this attempt', group: GROUP, run: () => turnTo('example', at) },
    { key: 'c', name: 'Back to the example', group: GROUP, run: () => turnTo('example', opened) },
    { key: 'v', name: 'Calls or patches', group: GROUP, run: () => setView(view === 'calls' ? 'patches' : 'calls') },
  ])
}

interface BenchKeys {
  /** To another column, by so many. */
  move: (by: number) => void
  /** The attempt whose column one is in. */
  at: string
  /** The example one came from. */
  opened: string
  actions: BenchActions
  view: BenchView
  setView: (view: BenchView) => void
}
