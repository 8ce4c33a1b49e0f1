import { useEffect } from 'react'
import { useApi } from '../api/use-api.ts'
import { resumeAdding } from './work-store.ts'

/** Goes on, once, with the source that was being added when the page was loaded anew: reading ends with the page that asked for it. */
export function useResume(): void {
  const api = useApi()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later connection is not a new page; its lost work is told where it ran
  useEffect(() => resumeAdding(api), [])
}
