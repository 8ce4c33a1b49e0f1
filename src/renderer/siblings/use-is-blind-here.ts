import { queueShown } from '../app/route.ts'
import { useQueues } from '../reviewing/use-queues.ts'
import { useSettings } from '../state/use-settings.ts'

/** True in a blind review, and where one comes from a blind queue. As long as nothing is known of that queue it is taken for a blind one. */
export function useIsBlindHere(): boolean {
  const { isBlind } = useSettings().settings
  const queue = queueShown()
  const { data } = useQueues()
  if (isBlind || queue === null) return isBlind
  return data === undefined || data.some((one) => one.id === queue && one.definition.isBlind)
}
