import { QueryClient } from '@tanstack/react-query'

/**
 * The page's cache of answers. The host is this machine: a failure is a Fault to show and not a hiccup to retry, answers
 * stay true until `workspace.watch` says otherwise, and "offline" means nothing.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
