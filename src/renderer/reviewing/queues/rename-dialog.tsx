import { type FormEvent, useState } from 'react'
import { faultOf } from '../../state/fault-of.ts'
import { Button, Dialog, Field } from '../../widgets/index.ts'
import { openReview } from '../review-view.ts'
import type { Queue } from '../types.ts'
import { useQueueEdits } from '../use-queue-edits.ts'

const close = () => openReview(null)

/** Gives a queue another name. */
export function RenameDialog({ queue }: { queue: Queue }) {
  const { rename } = useQueueEdits()
  const [name, setName] = useState(queue.definition.name)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await rename(queue.id, name.trim())
      close()
    } catch (thrown) {
      setError(faultOf(thrown).message)
    }
  }
  return (
    <Dialog isOpen onClose={close} title="Rename the queue">
      <form className="review-form" onSubmit={(event) => void submit(event)}>
        <Field label="Name" data-first-focus maxLength={200} value={name} error={error} onChange={(event) => setName(event.target.value)} />
        <div className="form-actions">
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={name.trim() === ''}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
