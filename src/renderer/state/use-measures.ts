import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'

/** What a measure says of itself. */
export type Measure = Answers['measure']['list'][number]

/** The measures there are, and a measure's name for people. */
export function useMeasures(): { measures: readonly Measure[]; labelOf: (id: string) => string } {
  const api = useApi()
  const { data: measures = [] } = useQuery({ queryKey: ['measure', 'list'], queryFn: () => api.measure.list() })
  return { measures, labelOf: (id) => measures.find((measure) => measure.id === id)?.label ?? id }
}
