import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'

/** The queues there are, as they stand for this person; newest first. */
export function useQueues() {
  const api = useApi()
  return useQuery({ queryKey: ['queue', 'list'], queryFn: () => api.queue.list({}) })
}
