import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'

/** What the host remembers for this person on this machine. */
export type Settings = Answers['settings']['get']

const KEY = ['settings']

/** In force until the host has answered. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'dark',
  reviewer: '',
  singleKeys: true,
  isBlind: false,
  keys: { preset: 'winnow', custom: {} },
  layout: {},
  hubUrl: '',
  proxy: '',
  cacheBytes: 20_000_000_000,
}

/**
 * The settings, and two ways to change some of them: `change` shows the change before the host has confirmed it, for what can never be
 * wrong; `save` waits for the host and throws its Fault.
 */
export function useSettings(): {
  settings: Settings
  isLoaded: boolean
  change: (part: Partial<Settings>) => void
  save: (part: Partial<Settings>) => Promise<void>
} {
  const api = useApi()
  const client = useQueryClient()
  const query = useQuery({ queryKey: KEY, queryFn: () => api.settings.get(), staleTime: Number.POSITIVE_INFINITY })
  const { mutate } = useMutation({ mutationFn: (part: Partial<Settings>) => api.settings.set(part) })
  const save = async (part: Partial<Settings>) => {
    client.setQueryData<Settings>(KEY, await api.settings.set(part))
  }
  const change = (part: Partial<Settings>) => {
    // The answer on its way was asked before this change and would be shown over it.
    if (client.getQueryData(KEY) === undefined) return void save(part).catch(() => undefined)
    client.setQueryData<Settings>(KEY, (now) => ({ ...(now ?? DEFAULT_SETTINGS), ...part }))
    mutate(part)
  }
  return { settings: query.data ?? DEFAULT_SETTINGS, isLoaded: !query.isPending, change, save }
}
