import { useCallback } from 'react'
import { useSettings } from '../state/use-settings.ts'
import type { Attempt } from './types.ts'

/** In a blind review: whether what the recipe and others say of an attempt stays hidden, because one has not judged it oneself. */
export function useIsHidden(): (attempt: Pick<Attempt, 'decidedBy'>) => boolean {
  const { isBlind, reviewer } = useSettings().settings
  return useCallback(({ decidedBy }) => isBlind && !decidedBy.includes(reviewer), [isBlind, reviewer])
}
