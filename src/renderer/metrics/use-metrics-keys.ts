import { useKeys } from '../keys/use-keys.ts'
import { askToMeasure } from '../state/measure-question.ts'
import { useView } from '../state/view-store.ts'
import { announce } from '../widgets/toast-store.ts'
import { nextDimension } from './logic/choices.ts'
import { useChoices } from './use-choices.ts'
import { lookAtWhole, useWhole } from './whole-store.ts'

/** The screen's own keys; what changes out of sight is read out. */
export function useMetricsKeys(): void {
  const { choices, choose } = useChoices()
  const compare = () => {
    const by = nextDimension(choices.by)
    choose({ by })
    announce(by === null ? 'Compare by nothing' : `Compare by ${by}`)
  }
  const look = () => {
    const isWhole = !useWhole.getState().isWhole
    lookAtWhole(isWhole)
    announce(isWhole ? 'Whole corpus' : 'Selection')
  }
  useKeys([
    { key: 'c', name: 'Compare by the next', group: 'Metrics', run: compare },
    { key: 'w', name: 'Selection or whole corpus', group: 'Metrics', run: look },
    { key: 'b', name: 'Back to the selection before', group: 'Metrics', run: () => useView.getState().goBack() },
    { key: 'm', name: 'Measure this selection', group: 'Metrics', run: askToMeasure },
  ])
}
