import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { fileAt } from '../logic/finding-places.ts'
import { pathOf } from '../logic/patch-paths.ts'
import { patchQuery } from '../queries.ts'
import type { Finding } from '../types.ts'

/** Tells which file of the agent's patch a piece lies in; '' for other pieces, and while the patch is on its way. */
export function usePatchPlace(id: string, findings: readonly Finding[]): (at: Finding['at']) => string {
  const api = useApi()
  const isAsked = findings.some(({ at, parts }) => [at, ...parts.map((part) => part.at)].some((one) => one?.field === 'patch'))
  const { data } = useQuery({ ...patchQuery(api, id, 'model'), enabled: isAsked })
  return (at) => {
    const file = at?.field === 'patch' && data ? data.files[fileAt(data.files, at.start)] : undefined
    return file ? pathOf(file) : ''
  }
}
