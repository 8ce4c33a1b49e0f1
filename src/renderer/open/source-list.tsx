import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { startAdding, useWork } from '../state/work-store.ts'
import { Button, CopyButton, formatCount, formatDate, formatRevision, IconButton, Tag } from '../widgets/index.ts'
import { FetchDialog } from './fetch-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { isFromHub, nextStep, type Source, shapeWords, sourceState, wholeStep } from './source-state.ts'

/** The sources of this workspace: what each is pinned to, how much of it is indexed and how much is here. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const [leaving, setLeaving] = useState<Source | null>(null)
  const [fetching, setFetching] = useState<Source | null>(null)
  if (sources.length === 0) return null
  return (
    <section className="open-section">
      <h2>Sources in this workspace</h2>
      <table className="lines lines-sources">
        <thead>
          <tr>
            <th>Source</th>
            <th>Revision</th>
            <th className="number">Indexed</th>
            <th className="number">Rows here</th>
            <th className="number">Rejected</th>
            <th>State</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceLine key={source.id} source={source} onRemove={() => setLeaving(source)} onFetch={() => setFetching(source)} />
          ))}
        </tbody>
      </table>
      <RemoveDialog source={leaving} onClose={() => setLeaving(null)} />
      <FetchDialog source={fetching} onClose={() => setFetching(null)} />
    </section>
  )
}

function SourceLine({ source, onRemove, onFetch }: { source: Source; onRemove: () => void; onFetch: () => void }) {
  const api = useApi()
  const isBusy = useWork(({ adding }) => adding?.state === 'running')
  const state = sourceState(source)
  const step = nextStep(source)
  return (
    <tr>
      <td className="lines-wide">
        <span className="mono cut" title={source.uri}>
          {source.uri}
        </span>
        <span className="lines-note cut">
          {shapeWords(source)} · added {formatDate(source.addedAt)}
        </span>
      </td>
      <td className="mono faint">
        {source.revision === null ? (
          '–'
        ) : (
          <span className="lines-revision" title={source.revision}>
            @{formatRevision(source.revision)}
            {isFromHub(source) && <CopyButton label="the revision" text={source.revision} />}
          </span>
        )}
      </td>
      <td className="number">{formatCount(source.examples)}</td>
      <td className="number">{formatCount(source.bodies)}</td>
      <td className="number">{formatCount(source.rejected)}</td>
      <td title={state.help}>
        <Tag tone={state.tone}>
          {state.glyph} {state.word}
        </Tag>
      </td>
      <td>
        <span className="lines-actions">
          {step && (
            <Button disabled={isBusy} onClick={() => startAdding(api, step.input)}>
              {step.name}
            </Button>
          )}
          {wholeStep(source) && (
            <Button disabled={isBusy} onClick={onFetch}>
              Fetch everything
            </Button>
          )}
          <IconButton label={`Remove ${source.uri}`} icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
        </span>
      </td>
    </tr>
  )
}
