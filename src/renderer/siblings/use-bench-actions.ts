import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { useDecide } from '../state/use-decide.ts'
import { formatCounted } from '../widgets/index.ts'
import { toast } from '../widgets/toast-store.ts'
import type { Attempts, Pair } from './types.ts'
import { useIsBlindHere } from './use-is-blind-here.ts'

/** What a person does with attempts. Failures are told in a toast. */
export interface BenchActions {
  /** Accepts this one and rejects every other attempt at the instance. */
  pick: (id: string) => void
  /** Marks the chosen side of a pair; marking it again takes the mark away. */
  choose: (id: string) => void
  /** Makes the pair of what is marked as chosen and this one. */
  reject: (id: string) => void
  unpair: (pair: Pair) => void
}

/** See {@link BenchActions}. `chosen` waits for the other side of its pair. */
export function useBenchActions(
  attempts: Attempts,
  { chosen, setChosen }: { chosen: string | null; setChosen: (id: string | null) => void },
): BenchActions {
  const api = useApi()
  const client = useQueryClient()
  const { undo } = useDecide()
  const isBlind = useIsBlindHere()
  const refresh = () => client.invalidateQueries({ queryKey: ['sibling'], predicate: ({ queryKey }) => queryKey[1] !== 'align' })
  const takeBack = { label: 'Undo', keys: 'Mod+Z', run: () => void undo().then(refresh) }
  const attempt = async (work: () => Promise<string>) => {
    try {
      const text = await work()
      toast({ text, tone: 'human', action: takeBack })
    } catch (error) {
      const { message, remedy } = faultOf(error)
      toast({ text: remedy ? `${message} ${remedy}` : message, tone: 'drop' })
    }
    await refresh()
  }
  return {
    pick: (best) => {
      const others = attempts.attempts.map(({ id }) => id).filter((id) => id !== best)
      if (others.length === 0) toast({ text: 'There is no other attempt to pick it over' })
      else
        void attempt(async () => {
          await api.sibling.pick({ best, others, isBlind })
          return `Picked as best: accepted, ${formatCounted(others.length, 'other attempt')} rejected`
        })
    },
    choose: (id) => setChosen(chosen === id ? null : id),
    reject: (rejected) => {
      if (chosen === null || chosen === rejected) {
        toast({ text: 'Mark the attempt to learn from as chosen first, then the other one as rejected' })
        return
      }
      void attempt(async () => {
        await api.sibling.pair({ chosen, rejected, isBlind })
        setChosen(null)
        return 'Marked as a preference pair'
      })
    },
    unpair: ({ chosen: one, rejected }) =>
      void attempt(async () => {
        await api.sibling.unpair({ chosen: one, rejected })
        return 'Took the pair away'
      }),
  }
}
