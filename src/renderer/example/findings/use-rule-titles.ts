import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../api/use-api.ts'
import type { Finding } from '../types.ts'

/** Titles of rules and checks, and what a kind of evidence means. Ids stand in while they are not here. */
export function useRuleTitles() {
  const api = useApi()
  const rules = useQuery({ queryKey: ['recipe', 'rules'], queryFn: () => api.recipe.rules() }).data
  const checks = useQuery({ queryKey: ['recipe', 'checks'], queryFn: () => api.recipe.checks() }).data
  return useMemo(
    () => ({
      titleOf: (id: string) => rules?.find((rule) => rule.id === id)?.title ?? checks?.find((check) => check.id === id)?.title ?? id,
      meaningOf: ({ check, kind }: Pick<Finding, 'check' | 'kind'>) => checks?.find(({ id }) => id === check)?.kinds[kind] ?? '',
    }),
    [rules, checks],
  )
}
