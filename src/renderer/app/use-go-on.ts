import { useCallback } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { toast } from '../widgets/index.ts'
import { navigate } from './route.ts'

/** Goes on in a queue where this person stopped: to the first example they have still to judge, skipped ones last. */
export function useGoOn(): (queue: string, name?: string) => Promise<void> {
  const api = useApi()
  return useCallback(
    async (queue, name) => {
      try {
        const { next } = await api.queue.place({ queue, id: null })
        if (next !== null) navigate({ screen: 'example', id: next, message: null, queue })
        else toast({ text: `Nothing is left for you in ${name === undefined ? 'this queue' : `“${name}”`}.` })
      } catch (error) {
        toast({ text: faultOf(error).message, tone: 'drop' })
      }
    },
    [api],
  )
}
