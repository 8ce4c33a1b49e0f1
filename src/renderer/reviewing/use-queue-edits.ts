import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import type { Definition } from './types.ts'

/** Makes, renames and forgets queues; the list is asked again after each. Each throws the host's Fault. */
export function useQueueEdits() {
  const api = useApi()
  const client = useQueryClient()
  const askAgain = () => client.invalidateQueries({ queryKey: ['queue', 'list'] })
  return {
    make: async (definition: Definition) => {
      const made = await api.queue.make(definition)
      await askAgain()
      return made
    },
    rename: async (queue: string, name: string) => {
      await api.queue.rename({ queue, name })
      await askAgain()
    },
    remove: async (queue: string) => {
      await api.queue.remove({ queue })
      await askAgain()
    },
  }
}
