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
    const answer = await api.settings.set(part)
    client.setQueryData<Settings>(KEY, (now) => withSaved(now, answer, part))
  }
  const change = (part: Partial<Settings>) => {
    // The answer on its way was asked before this change and would be shown over it.
    if (client.getQueryData(KEY) === undefined) return void save(part).catch(() => undefined)
    client.setQueryData<Settings>(KEY, (now) => ({ ...(now ?? DEFAULT_SETTINGS), ...part }))
    mutate(part)
  }
  return { settings: query.data ?? DEFAULT_SETTINGS, isLoaded: !query.isPending, change, save }
}

/** Settings once the host has answered to a part of them: that part as it says, the others as they are here, for they may have been changed since it was asked. */
export function withSaved(now: Settings | undefined, answer: Settings, part: Partial<Settings>): Settings {
  if (!now) return answer
  const saved = Object.keys(part).map((key) => [key, answer[key as keyof Settings]])
  return { ...now, ...Object.fromEntries(saved) }
}
