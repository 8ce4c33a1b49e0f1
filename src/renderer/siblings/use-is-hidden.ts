import { useCallback } from 'react'
import { isRowHidden } from '../browse/blind.ts'
import { useSettings } from '../state/use-settings.ts'
import type { Attempt } from './types.ts'
import { useIsBlindHere } from './use-is-blind-here.ts'

/** In a blind review: whether what the recipe and others say of an attempt stays hidden, because one has not judged it oneself. */
export function useIsHidden(): (attempt: Pick<Attempt, 'decidedBy'>) => boolean {
  const { reviewer } = useSettings().settings
  const isBlind = useIsBlindHere()
  return useCallback((attempt) => isRowHidden(attempt, isBlind ? reviewer : null), [isBlind, reviewer])
}
