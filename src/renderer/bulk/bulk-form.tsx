import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import type { Selection } from '../state/view-store.ts'
import { Button, ErrorState, Field, formatCount, ProgressBar, Segmented, Select, Skeleton } from '../widgets/index.ts'
import { closeBulkQuestion } from './bulk-question.ts'
import { type BulkKind, type BulkPreview, countOf, doingWords, figuresOf, obstacleOf, verbWords } from './bulk-words.ts'
import { useBulk, useBulkPreview } from './use-bulk.ts'

const KINDS = [
  { value: 'accept', label: 'Accept' },
  { value: 'reject', label: 'Reject' },
  { value: 'clear', label: 'Clear' },
  { value: 'tag', label: 'Add a tag' },
] as const

const LOOKS = { accept: 'keep', reject: 'drop', clear: 'primary', tag: 'primary' } as const

/** What is said, what would come of it, and the button that says it. */
export function BulkForm({ selection, isBlind }: { selection: Selection; isBlind: boolean }) {
  const [kind, setKind] = useState<BulkKind>('reject')
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tag, setTag] = useState('')
  const preview = useBulkPreview(selection, kind)
  const { isBusy, wrong, run } = useBulk(selection, closeBulkQuestion)
  const obstacle = preview.data ? obstacleOf(kind, preview.data) : null
  const lacksTag = kind === 'tag' && tag.trim() === ''
  const canSay = preview.data !== undefined && !preview.isPlaceholderData && obstacle === null && !lacksTag && !isBusy
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSay) void run({ kind, reason, note, tag }, preview.data)
  }
  const choose = (next: BulkKind) => {
    setKind(next)
    setReason(null)
  }
  return (
    <form className="bulk" tabIndex={-1} data-first-focus aria-label="What to say of all of them" onSubmit={submit}>
      <Segmented label="What to say" value={kind} segments={KINDS} onChange={choose} />
      {(kind === 'accept' || kind === 'reject') && <ReasonSelect kind={kind} reason={reason} onChange={setReason} />}
      {kind === 'tag' ? <TagField tag={tag} onChange={setTag} /> : <NoteField note={note} onChange={setNote} />}
      {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} isCompact />}
      {preview.isPending && <Skeleton lines={5} height={16} label="Counting" />}
      {preview.data && <Figures kind={kind} preview={preview.data} isBlind={isBlind} isBusy={preview.isFetching} />}
      {(obstacle ?? wrong) !== null && (
        <p className="field-note field-error" role="alert">
          {wrong ?? obstacle}
        </p>
      )}
      <div className="bulk-actions">
        {isBusy && preview.data && <Running kind={kind} count={countOf(kind, preview.data)} />}
        <Button onClick={closeBulkQuestion}>Cancel</Button>
        <Button kind={LOOKS[kind]} type="submit" isBusy={isBusy} disabled={!canSay && !isBusy}>
          {preview.data ? verbWords(kind, countOf(kind, preview.data)) : 'Counting'}
        </Button>
      </div>
    </form>
  )
}

function Running({ kind, count }: { kind: BulkKind; count: number }) {
  const words = doingWords(kind, count)
  return (
    <span className="bulk-running" role="status">
      <ProgressBar done={0} total={null} label={words} />
      <span className="muted">{words}</span>
    </span>
  )
}

function ReasonSelect({
  kind,
  reason,
  onChange,
}: {
  kind: 'accept' | 'reject'
  reason: string | null
  onChange: (reason: string | null) => void
}) {
  const api = useApi()
  const { data = [] } = useQuery({ queryKey: ['review', 'reasons'], queryFn: () => api.review.reasons() })
  const offered = data.filter(({ decision }) => decision === kind)
  const options = [{ value: '', text: 'No reason' }, ...offered.map(({ code, label, key }) => ({ value: code, text: `${key} ${label}` }))]
  return <Select label="Reason" options={options} value={reason ?? ''} onChange={(value) => onChange(value === '' ? null : value)} />
}

function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        Note, optional
      </label>
      <textarea id={id} className="bulk-note" rows={2} maxLength={20_000} value={note} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

function TagField({ tag, onChange }: { tag: string; onChange: (tag: string) => void }) {
  const api = useApi()
  const id = useId()
  const { data = [] } = useQuery({ queryKey: ['review', 'tags'], queryFn: () => api.review.tags() })
  return (
    <>
      <Field label="Tag" list={id} maxLength={100} value={tag} onChange={(event) => onChange(event.target.value)} />
      <datalist id={id}>
        {data.map((one) => (
          <option key={one.tag} value={one.tag} />
        ))}
      </datalist>
    </>
  )
}

function Figures({ kind, preview, isBlind, isBusy }: { kind: BulkKind; preview: BulkPreview; isBlind: boolean; isBusy: boolean }) {
  return (
    <dl className="bulk-figures" aria-label="What would come of it" aria-busy={isBusy || undefined}>
      {figuresOf(kind, preview, isBlind).map(({ key, text, count }) => (
        <div key={key} className={count === 0 ? 'faint' : ''}>
          <dt>{text}</dt>
          <dd className="number">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
