import { useQueries } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { nameQuestions } from './logic/name-questions.ts'

/** As many as one question can name. */
const LIMIT = 1000

/** Instances by example id, for people; examples that are not here, or not answered yet, have none. `pages` are ids, asked for page by page. */
export function useNames(pages: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const api = useApi()
  const answers = useQueries({
    queries: pages.flatMap(nameQuestions).map((where) => ({
      queryKey: ['review', 'names', where],
      queryFn: () => api.example.page({ selection: { where }, sort: null, offset: 0, limit: LIMIT }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  return new Map(answers.flatMap(({ data }) => (data?.rows ?? []).map((row) => [row.id, row.instanceId ?? row.id] as const)))
}
