import { useQuery } from '@tanstack/react-query'
import { CornerLeftUp, FileText, Folder } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { Button, Dialog, ErrorState, formatBytes, formatCounted, Skeleton } from '../widgets/index.ts'
import { askForFile, type FileQuestion, useFileDialog } from './file-dialog-store.ts'

/** What a dialog is called, which files can be taken in it, and what its folder is taken as; null where only a file will do. */
const LOOKS: Record<FileQuestion['purpose'], { title: string; files: 'readable' | 'all' | 'none'; folder: string | null }> = {
  source: { title: 'Open a folder or a file', files: 'readable', folder: 'Open this folder' },
  workspace: { title: 'Open a workspace', files: 'none', folder: 'Open as workspace' },
  pack: { title: 'Choose a review pack', files: 'all', folder: null },
  ledger: { title: 'Choose a pack or a workspace', files: 'all', folder: 'Take this workspace' },
  folder: { title: 'Choose where to write', files: 'none', folder: 'Write here' },
  template: { title: 'Choose a chat template', files: 'all', folder: 'Take this model folder' },
}

/** The page's own open dialog, for hosts without the system's. Arrows move, Enter goes into a folder or opens a file, Backspace goes up. */
export function FileDialog() {
  const { question } = useFileDialog()
  const close = () => askForFile(null)
  return (
    <Dialog isOpen={question !== null} onClose={close} look="wide" title={question ? LOOKS[question.purpose].title : ''}>
      {question && <Folders question={question} onClose={close} />}
    </Dialog>
  )
}

function Folders({ question: { purpose, onTake }, onClose }: { question: FileQuestion; onClose: () => void }) {
  const api = useApi()
  const look = LOOKS[purpose]
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
    onTake(chosen)
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
              disabled={entry.kind === 'file' && (look.files === 'none' || (look.files === 'readable' && !entry.isOpenable))}
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
        {look.folder !== null && (
          <Button kind="primary" disabled={!data} onClick={() => data && take(data.path)}>
            {look.folder}
          </Button>
        )}
      </div>
    </div>
  )
}
