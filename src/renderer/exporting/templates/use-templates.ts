import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import type { Template } from '../types.ts'

const KEY = ['trainer', 'templates']

/** The chat templates of this workspace, and how one is taken in or forgotten. */
export function useTemplates(): {
  templates: readonly Template[]
  isLoaded: boolean
  error: Error | null
  isTaking: boolean
  /** Takes a template in by its path, then tells it. */
  take: (path: string, onTaken: (template: Template) => void) => void
  forget: (id: string, onForgotten: () => void) => void
} {
  const api = useApi()
  const client = useQueryClient()
  const { data = [], error, isPending } = useQuery({ queryKey: KEY, queryFn: () => api.trainer.templates() })
  const again = () => client.invalidateQueries({ queryKey: KEY })
  const taking = useMutation({ mutationFn: (path: string) => api.trainer.take({ path }), onSuccess: again })
  const forgetting = useMutation({ mutationFn: (id: string) => api.trainer.forget({ id }), onSuccess: again })
  return {
    templates: data,
    isLoaded: !isPending,
    error: taking.error ?? forgetting.error ?? error,
    isTaking: taking.isPending,
    take: (path, onTaken) => taking.mutate(path, { onSuccess: onTaken }),
    forget: (id, onForgotten) => forgetting.mutate(id, { onSuccess: onForgotten }),
  }
}
