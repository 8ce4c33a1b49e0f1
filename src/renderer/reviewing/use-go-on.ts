import { useCallback } from 'react'
import { useApi } from '../api/use-api.ts'
import { navigate } from '../app/route.ts'
import { faultOf } from '../state/fault-of.ts'
import { toast } from '../widgets/index.ts'

/** Goes to where a queue was left: the next example this person has still to judge. */
export function useGoOn(): (id: string, name: string) => Promise<void> {
  const api = useApi()
  return useCallback(
    async (id, name) => {
      try {
        const { next } = await api.queue.place({ queue: id, id: null })
        if (next !== null) navigate({ screen: 'example', id: next, message: null, queue: id })
        else toast({ text: `Nothing is left for you in “${name}”.` })
      } catch (error) {
        toast({ text: faultOf(error).message, tone: 'drop' })
      }
    },
    [api],
  )
}
