import { useQuery } from '@tanstack/react-query'
import { CornerLeftUp, FileText, Folder } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { Button, Dialog, ErrorState, formatBytes, formatCounted, Skeleton } from '../widgets/index.ts'
import { useFileDialog } from './file-dialog-store.ts'
import { useOpening } from './use-opening.ts'

/** The page's own open dialog, for hosts without the system's. Arrows move, Enter goes into a folder or opens a file, Backspace goes up. */
export function FileDialog() {
  const { purpose } = useFileDialog()
  const close = () => useFileDialog.setState({ purpose: null })
  return (
    <Dialog
      isOpen={purpose !== null}
      onClose={close}
      look="wide"
      title={purpose === 'workspace' ? 'Open a workspace' : 'Open a folder or a file'}
    >
      {purpose !== null && <Folders purpose={purpose} onClose={close} />}
    </Dialog>
  )
}

function Folders({ purpose, onClose }: { purpose: 'source' | 'workspace'; onClose: () => void }) {
  const api = useApi()
  const { open, switchTo } = useOpening()
  const [path, setPath] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const input = { path }
  const listing = useQuery({ queryKey: ['files', 'list', input], queryFn: () => api.files.list(input), staleTime: 0 })
  const at = listing.data?.path
  useEffect(() => {
    if (at !== undefined) list.current?.querySelector('button')?.focus()
  }, [at])

  const take = (chosen: string) => {
    onClose()
    if (purpose === 'workspace') void switchTo(chosen)
    else open({ source: chosen })
  }
  const press = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
    const now = lines.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: lines.length - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      lines[Math.max(0, Math.min(lines.length - 1, next))]?.focus()
    } else if (event.key === 'Backspace' && listing.data?.parent) setPath(listing.data.parent)
  }
  const { data } = listing
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the buttons inside
    <div className="files" onKeyDown={press}>
      <div className="files-path">
        <span className="mono cut">{data?.path ?? '…'}</span>
        <Button
          disabled={!data?.parent}
          icon={<CornerLeftUp size={14} aria-hidden />}
          keys="Backspace"
          onClick={() => setPath(data?.parent ?? null)}
        >
          Up
        </Button>
      </div>
      {listing.isError && <ErrorState error={listing.error} onRetry={() => setPath(null)} isCompact />}
      {listing.isPending && <Skeleton lines={6} height={20} />}
      <ul ref={list} className="files-list" aria-label={`Contents of ${data?.path ?? 'the folder'}`}>
        {data?.entries.map((entry) => (
          <li key={entry.path}>
            <button
              type="button"
              className="files-line"
              disabled={entry.kind === 'file' && (!entry.isOpenable || purpose === 'workspace')}
              onClick={() => (entry.kind === 'folder' ? setPath(entry.path) : take(entry.path))}
            >
              {entry.kind === 'folder' ? <Folder size={14} aria-hidden /> : <FileText size={14} aria-hidden />}
              <span className="cut grow">{entry.name}</span>
              <span className="faint">{entry.bytes === null ? '' : formatBytes(entry.bytes)}</span>
            </button>
          </li>
        ))}
        {data?.entries.length === 0 && <li className="files-empty muted">This folder is empty.</li>}
      </ul>
      <div className="form-actions">
        <span className="muted grow">{data && purpose === 'source' && `${formatCounted(data.openable, 'readable file')} here`}</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" disabled={!data} onClick={() => data && take(data.path)}>
          {purpose === 'workspace' ? 'Open as workspace' : 'Open this folder'}
        </Button>
      </div>
    </div>
  )
}
