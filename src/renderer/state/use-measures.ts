import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'

/** What a measure says of itself. */
export type Measure = Answers['measure']['list'][number]

const NONE: readonly Measure[] = []

/** See {@link useMeasures}. */
export interface Measures {
  /** What people are offered. */
  measures: readonly Measure[]
  /** With those that only rules read: what an expression may name. */
  all: readonly Measure[]
  labelOf: (id: string) => string
}

/** The measures there are, and a measure's name for people. */
export function useMeasures(): Measures {
  const api = useApi()
  const { data: all = NONE } = useQuery({ queryKey: ['measure', 'list'], queryFn: () => api.measure.list() })
  const measures = useMemo(() => all.filter(({ isInternal }) => !isInternal), [all])
  return { measures, all, labelOf: (id) => all.find((measure) => measure.id === id)?.label ?? id }
}
