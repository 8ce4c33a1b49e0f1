import { notifyManager, QueryClient } from '@tanstack/react-query'

/**
 * The page's cache of answers. The host is this machine: a failure is a Fault to show and not a hiccup to retry, answers
 * stay true until `workspace.watch` says otherwise, and "offline" means nothing.
 */
export function createQueryClient(): QueryClient {
  // By default screens hear of a change in the next task: a box that was clicked jumps back for a frame before it follows.
  notifyManager.setScheduler(queueMicrotask)
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
