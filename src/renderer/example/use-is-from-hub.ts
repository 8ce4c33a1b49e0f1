import { useQueryClient } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useWorkspace } from '../state/use-workspace.ts'

/** True when the example's row may have to be fetched from the Hub. A row that no table has shown yet counts when any source is from there. */
export function useIsFromHub(id: string): boolean {
  const client = useQueryClient()
  const sources = useWorkspace().data?.sources ?? []
  const fromHub = sources.filter((source) => source.kind === 'hub')
  if (fromHub.length === 0 || fromHub.length === sources.length) return fromHub.length > 0
  const pages = client.getQueriesData<Answers['example']['page']>({ queryKey: ['example', 'page'] })
  const row = pages.flatMap(([, page]) => page?.rows ?? []).find((one) => one.id === id)
  return row === undefined || fromHub.some((source) => source.id === row.sourceId)
}
