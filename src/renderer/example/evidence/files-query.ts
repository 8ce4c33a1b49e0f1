import { queryOptions } from '@tanstack/react-query'
import type { Answers, Api } from '../../api/api.ts'

/** A file the run touched. */
export type TouchedFile = Answers['example']['files'][number]
/** A file as it stood after a step. */
export type FileAt = Answers['example']['fileAt']
/** Two patches held against each other. */
export type PatchMatch = Answers['example']['patchMatch']

/** Characters of a file that are drawn; the contract's limit a call. */
const SHOWN = 262_144

/** Files the run touched. */
export const filesQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['example', 'files', { id }], queryFn: ({ signal }) => api.example.files({ id }, { signal }) })

/** The beginning of a file as it stood after a step. */
export const fileAtQuery = (api: Api, id: string, path: string, step: number) =>
  queryOptions({
    queryKey: ['example', 'fileAt', { id, path, step }],
    queryFn: ({ signal }) => api.example.fileAt({ id, path, step, offset: 0, limit: SHOWN }, { signal }),
  })

/** The model's patch held against the reference patch. */
export const patchMatchQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['example', 'patchMatch', { id }], queryFn: ({ signal }) => api.example.patchMatch({ id }, { signal }) })
