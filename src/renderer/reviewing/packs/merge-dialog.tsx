import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { Button, Dialog, ErrorState } from '../../widgets/index.ts'
import { focusOnMount } from '../focus-on-mount.ts'
import { openReview } from '../review-view.ts'
import { MergedReport } from './merged-report.tsx'
import { PathField } from './path-field.tsx'

const close = () => openReview(null)

/** Takes in what people said elsewhere. */
export function MergeDialog() {
  return (
    <Dialog
      isOpen
      onClose={close}
      look="wide"
      title="Merge a ledger"
      description="Of a review pack that came back, or of another workspace's folder. Entries that are here already stay as they are; nothing is overwritten, and merging twice changes nothing."
    >
      <MergeForm />
    </Dialog>
  )
}

function MergeForm() {
  const api = useApi()
  const client = useQueryClient()
  const [path, setPath] = useState('')
  const merge = useMutation({
    mutationFn: () => api.pack.merge({ path: path.trim() }),
    onSuccess: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (path.trim() !== '') merge.mutate()
  }
  if (merge.data)
    return (
      <div className="review-form">
        <MergedReport merged={merge.data} />
        <div className="form-actions">
          <Button ref={merge.data.conflicts.length === 0 ? focusOnMount : null} onClick={close}>
            Close
          </Button>
        </div>
      </div>
    )
  return (
    <form className="review-form" onSubmit={submit}>
      <PathField label="Review pack or workspace folder" purpose="ledger" value={path} onChange={setPath} />
      {merge.isError && <ErrorState error={merge.error} isCompact />}
      <div className="form-actions">
        <span className="grow" />
        <Button onClick={close}>Cancel</Button>
        <Button kind="primary" type="submit" keys="Enter" isBusy={merge.isPending} disabled={path.trim() === ''}>
          Merge
        </Button>
      </div>
    </form>
  )
}
