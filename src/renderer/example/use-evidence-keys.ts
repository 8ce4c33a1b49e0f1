import { useKeys } from '../keys/use-keys.ts'
import type { EvidenceTab } from './evidence/evidence.tsx'

/** Keys of the right column: G and a letter for each tab, E to look at the raw row and back. */
export function useEvidenceKeys(tab: EvidenceTab, hasReference: boolean, onTab: (tab: EvidenceTab) => void): void {
  useKeys([
    { key: 'g p', name: 'Patch', group: 'Evidence', run: () => onTab('patch') },
    ...(hasReference ? [{ key: 'g r', name: 'Reference', group: 'Evidence', run: () => onTab('reference') }] : []),
    { key: 'g e', name: 'Files', group: 'Evidence', run: () => onTab('files') },
    { key: 'g f', name: 'Findings', group: 'Evidence', run: () => onTab('findings') },
    { key: 'g t', name: 'Trainer', group: 'Evidence', run: () => onTab('trainer') },
    { key: 'g m', name: 'Measures', group: 'Evidence', run: () => onTab('measures') },
    { key: 'g d', name: 'Metadata', group: 'Evidence', run: () => onTab('metadata') },
    { key: 'e', name: 'Raw row and back', group: 'Evidence', run: () => onTab(tab === 'raw' ? 'patch' : 'raw') },
  ])
}
