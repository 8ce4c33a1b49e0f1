import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'

/** What is open and where it stands. */
export type Workspace = Answers['workspace']['info']

/** The open workspace, kept up to date by the frame's watch. */
export function useWorkspace() {
  const api = useApi()
  return useQuery({ queryKey: ['workspace', 'info'], queryFn: () => api.workspace.info() })
}
