import { useEffect } from 'react'
import type { EvidenceTab } from '../evidence/evidence.tsx'
import { pieceOf } from '../logic/finding-places.ts'
import type { FindingsState } from './use-findings.ts'

/**
 * Brings forward the tab where what is pointed out can be seen: the patch for a piece of it, the findings for what is about the run as a whole. Walking
 * with the findings open stays there: each has its quotes.
 */
export function usePointedTab({ pointed, list }: FindingsState, tab: EvidenceTab, onTab: (tab: EvidenceTab) => void): void {
  const piece = pointed ? pieceOf(list, pointed) : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another finding brings a tab forward, never the way back to one
  useEffect(() => {
    if (!piece || (pointed?.isWalk && tab === 'findings')) return
    if (piece.at === null) onTab('findings')
    else if (piece.at.field === 'patch') onTab('patch')
  }, [pointed, piece])
}
