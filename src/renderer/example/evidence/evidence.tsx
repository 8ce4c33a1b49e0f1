import { Tabs } from 'radix-ui'
import { formatCount } from '../../widgets/index.ts'
import { FindingsTab } from '../findings/findings-tab.tsx'
import { useFoundHere } from '../findings/use-findings.ts'
import type { Detail } from '../types.ts'
import './evidence.css'
import { FilesTab } from './files-tab.tsx'
import { KeyMeasures } from './key-measures.tsx'
import { MeasuresTab } from './measures-tab.tsx'
import { MetadataTab } from './metadata-tab.tsx'
import { PatchTab } from './patch-tab.tsx'
import { RawTab } from './raw-tab.tsx'
import { TrainerTab } from './trainer/trainer-tab.tsx'

/** Which side of the example the right column shows. */
export const EVIDENCE = ['patch', 'reference', 'files', 'findings', 'trainer', 'measures', 'metadata', 'raw'] as const

/** See {@link EVIDENCE}. */
export type EvidenceTab = (typeof EVIDENCE)[number]

const LABELS: Record<EvidenceTab, string> = {
  patch: 'Patch',
  reference: 'Reference',
  files: 'Files',
  findings: 'Findings',
  trainer: 'Trainer',
  measures: 'Measures',
  metadata: 'Metadata',
  raw: 'Raw',
}

/** The right column: what the run left behind, and what is known about it. */
export function Evidence({ detail, tab, onTab }: { detail: Detail; tab: EvidenceTab; onTab: (tab: EvidenceTab) => void }) {
  const { list } = useFoundHere()
  const shown = tab === 'reference' && !detail.hasReferencePatch ? 'patch' : tab
  const tabs = EVIDENCE.filter((one) => one !== 'reference' || detail.hasReferencePatch)
  const choose = (value: string) => {
    const chosen = EVIDENCE.find((one) => one === value)
    if (chosen) onTab(chosen)
  }
  return (
    <Tabs.Root className="panel evidence" value={shown} onValueChange={choose}>
      <div className="bar evidence-bar">
        <Tabs.List className="segmented" aria-label="Evidence">
          {tabs.map((one) => (
            <Tabs.Trigger key={one} value={one} className="segment tab">
              {LABELS[one]}
              {one === 'findings' && list.length > 0 && <span className="tab-count"> {formatCount(list.length)}</span>}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Content className="evidence-content" value={shown} tabIndex={-1}>
        {content(shown, detail)}
      </Tabs.Content>
      <KeyMeasures detail={detail} />
    </Tabs.Root>
  )
}

function content(tab: EvidenceTab, detail: Detail) {
  switch (tab) {
    case 'patch':
      return <PatchTab detail={detail} which="model" />
    case 'reference':
      return <PatchTab detail={detail} which="reference" />
    case 'files':
      return <FilesTab detail={detail} />
    case 'findings':
      return <FindingsTab row={detail.row} />
    case 'trainer':
      return <TrainerTab id={detail.row.id} />
    case 'measures':
      return <MeasuresTab row={detail.row} />
    case 'metadata':
      return <MetadataTab detail={detail} />
    case 'raw':
      return <RawTab id={detail.row.id} bytes={detail.bodyBytes} />
  }
}
