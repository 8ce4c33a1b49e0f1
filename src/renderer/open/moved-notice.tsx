import { GitCommitHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { type AddEvent, type AddInput, dismissWork, startAdding } from '../state/work-store.ts'
import { Button, CopyButton, Dialog, formatBytes, formatCounted, formatRevision } from '../widgets/index.ts'

type Change = Extract<AddEvent, { kind: 'moved' }>['change']

const FILES_SHOWN = 50

/** The branch has moved since it was pinned: what changed, and the choice to stay or to move. Cancelled, the dialog can be opened again. */
export function MovedNotice({ input, change }: { input: AddInput; change: Change }) {
  const api = useApi()
  const [isOpen, setOpen] = useState(true)
  const goOn = (onMoved: 'stay' | 'move') => startAdding(api, { ...input, onMoved })
  const from = formatRevision(change.from)
  const to = formatRevision(change.to)
  return (
    <section className="add" aria-label="Moved">
      <GitCommitHorizontal size={16} aria-hidden />
      <span className="add-text">
        <b>The branch has moved</b> from <span className="mono">{from}</span> to <span className="mono">{to}</span>; nothing was changed.
        <span className="add-note mono">{input.source}</span>
      </span>
      <Button onClick={() => setOpen(true)}>Stay or move</Button>
      <Button kind="ghost" onClick={() => dismissWork('adding')}>
        Dismiss
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="The branch has moved"
        look="wide"
        description="The source was pinned to a commit when it was added first. Staying goes on with that commit; moving reads the changed files anew."
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button data-first-focus onClick={() => goOn('stay')}>
              Stay at {from}
            </Button>
            <Button kind="primary" onClick={() => goOn('move')}>
              Move to {to}
            </Button>
          </>
        }
      >
        <ChangeSummary change={change} />
      </Dialog>
    </section>
  )
}

function ChangeSummary({ change }: { change: Change }) {
  return (
    <div className="moved">
      <dl className="moved-commits">
        <Commit name="Pinned" commit={change.from} />
        <Commit name="Now" commit={change.to} />
      </dl>
      <p>
        {formatBytes(change.bytes)} would be read again; {formatCounted(change.unchanged, 'file')} unchanged.{' '}
        {change.decided > 0 ? (
          <b className="mark-human">● {formatCounted(change.decided, 'decided example')} in files that changed or are gone.</b>
        ) : (
          'No decided example is concerned.'
        )}
      </p>
      <Files title="Added" glyph="+" files={change.added} />
      <Files title="Removed" glyph="−" files={change.removed} />
      <Files title="Changed" glyph="~" files={change.changed} />
    </div>
  )
}

function Commit({ name, commit }: { name: string; commit: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mono cut">{commit}</dd>
      <dd>
        <CopyButton label={`the commit ${formatRevision(commit)}`} text={commit} />
      </dd>
    </div>
  )
}

function Files({ title, glyph, files }: { title: string; glyph: string; files: readonly string[] }) {
  if (files.length === 0) return null
  return (
    <section className="moved-files">
      <h3>
        {title} · {formatCounted(files.length, 'file')}
      </h3>
      <ul>
        {files.slice(0, FILES_SHOWN).map((file) => (
          <li key={file} className="mono">
            <span aria-hidden>{glyph}</span> {file}
          </li>
        ))}
        {files.length > FILES_SHOWN && (
          <li className="muted">and {formatCounted(files.length - FILES_SHOWN, 'more file', 'more files')}</li>
        )}
      </ul>
    </section>
  )
}
