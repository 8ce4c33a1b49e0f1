import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import type { Workspace } from '../state/use-workspace.ts'
import { startAdding } from '../state/work-store.ts'
import { Button, Dialog, formatCount, formatCounted, formatDate, formatRevision, IconButton, Tag, toast } from '../widgets/index.ts'

type Source = Workspace['sources'][number]

/** The sources of this workspace, with what came of each. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const [leaving, setLeaving] = useState<Source | null>(null)
  if (sources.length === 0) return null
  return (
    <section className="open-section">
      <h2>Sources in this workspace</h2>
      <table className="lines">
        <thead>
          <tr>
            <th>Source</th>
            <th>Revision</th>
            <th>Shape</th>
            <th className="number">Examples</th>
            <th className="number">Rejected</th>
            <th>State</th>
            <th>Added</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceLine key={source.id} source={source} onRemove={() => setLeaving(source)} />
          ))}
        </tbody>
      </table>
      <RemoveDialog source={leaving} onClose={() => setLeaving(null)} />
    </section>
  )
}

function SourceLine({ source, onRemove }: { source: Source; onRemove: () => void }) {
  const api = useApi()
  return (
    <tr>
      <td className="mono lines-wide" title={source.uri}>
        {source.uri}
      </td>
      <td className="mono faint">{source.revision === null ? '–' : `@${formatRevision(source.revision)}`}</td>
      <td>{source.shapes.join(', ') || <span className="faint">–</span>}</td>
      <td className="number">{formatCount(source.examples)}</td>
      <td className="number">{formatCount(source.rejected)}</td>
      <td>
        {source.isComplete ? (
          <Tag tone="keep">✓ complete</Tag>
        ) : (
          <span className="lines-actions">
            <Tag tone="unknown">◐ partly read</Tag>
            <Button onClick={() => startAdding(api, source.uri)}>Go on</Button>
          </span>
        )}
      </td>
      <td className="faint">{formatDate(source.addedAt)}</td>
      <td className="lines-actions">
        <IconButton label={`Remove ${source.uri}`} icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
      </td>
    </tr>
  )
}

function RemoveDialog({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const api = useApi()
  const remove = async () => {
    if (!source) return
    onClose()
    try {
      const { removed } = await api.source.remove({ id: source.id })
      toast({ text: `Removed ${source.uri} and its ${formatCounted(removed, 'example')}` })
    } catch (error) {
      toast({ text: faultOf(error).message, tone: 'drop' })
    }
  }
  return (
    <Dialog
      isOpen={source !== null}
      onClose={onClose}
      title="Remove this source"
      description={
        source &&
        `${formatCounted(source.examples, 'example')} leave the workspace. The files stay where they are, and decisions stay in the ledger: adding the source again brings them back.`
      }
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="drop" onClick={() => void remove()}>
            Remove
          </Button>
        </>
      }
    >
      <span className="mono">{source?.uri}</span>
    </Dialog>
  )
}
