import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { useDebounced } from '../state/use-debounced.ts'
import type { ExportPreview, Plan } from './types.ts'

/** A number that is being typed asks once. */
const SETTLED_AFTER = 200

/** What a plan lets leave. */
export interface PreviewHere {
  /** Of this plan, or of the one before while this is counted. */
  preview: ExportPreview | undefined
  /** True when it is of this plan, as the workspace is now. */
  isCurrent: boolean
  error: Error | null
  lookAgain: () => void
}

/** See {@link PreviewHere}. */
export function usePreview(plan: Plan): PreviewHere {
  const api = useApi()
  const wanted = JSON.stringify(plan)
  const asked = useDebounced(wanted, SETTLED_AFTER)
  const preview = useQuery({
    queryKey: ['export', 'preview', asked],
    queryFn: ({ signal }) => api.export.preview(JSON.parse(asked) as Plan, { signal }),
    placeholderData: keepPreviousData,
  })
  const isCurrent = asked === wanted && preview.data !== undefined && !preview.isFetching && !preview.isError
  return { preview: preview.data, isCurrent, error: preview.error, lookAgain: () => void preview.refetch() }
}
