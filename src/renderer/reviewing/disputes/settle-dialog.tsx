import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { useDecide } from '../../state/use-decide.ts'
import { announce, Button, Dialog, Kbd } from '../../widgets/index.ts'
import { nameOf, settledWords } from '../logic/dispute-words.ts'
import type { Dispute } from '../types.ts'
import { Opinions } from './disagreement-line.tsx'

/** Settles a dispute with a reason: what the others said counts no more, and stays in the ledger. `left` is how many remain after it. */
export function SettleDialog({ dispute, decision, left, onClose }: SettleDialogProps) {
  const word = decision === 'accept' ? 'Accept' : 'Reject'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${word}: why`}
      description={`${nameOf(dispute)}. Your answer settles it; everybody's stays in the ledger.`}
    >
      <SettleForm dispute={dispute} decision={decision} left={left} onClose={onClose} />
    </Dialog>
  )
}

function SettleForm({ dispute, decision, left, onClose }: SettleDialogProps) {
  const api = useApi()
  const client = useQueryClient()
  const { decide } = useDecide()
  const { data: all = [] } = useQuery({ queryKey: ['review', 'reasons'], queryFn: () => api.review.reasons() })
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const reasons = all.filter((one) => one.decision === decision)
  const settle = async () => {
    if (!dispute.row) return
    onClose()
    const decided = await decide(dispute.row, { kind: decision, reason, note: note.trim() || null }, { tail: `, ${left} left` })
    if (!decided) return
    announce(settledWords(decision, left))
    await client.invalidateQueries({ queryKey: ['review', 'disagreements'] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void settle()
  }
  const press = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter' && (isTyping ? event.ctrlKey || event.metaKey : !(event.target instanceof HTMLButtonElement))) {
      event.preventDefault()
      void settle()
    }
    const picked = isTyping || event.ctrlKey || event.metaKey || event.altKey ? undefined : reasons.find(({ key }) => key === event.key)
    if (!picked) return
    event.preventDefault()
    setReason(reason === picked.code ? null : picked.code)
  }
  return (
    <form className="review-form" onSubmit={submit} onKeyDown={press}>
      <Opinions dispute={dispute} />
      <fieldset className="review-choices" data-first-focus tabIndex={-1}>
        <legend>Reason</legend>
        <div className="settle-reasons">
          {reasons.map(({ code, key, label }) => (
            <button
              key={code}
              type="button"
              className="settle-reason"
              aria-pressed={reason === code}
              onClick={() => setReason(reason === code ? null : code)}
            >
              <Kbd keys={key} /> {label}
            </button>
          ))}
        </div>
      </fieldset>
      <textarea
        className="settle-note"
        aria-label="Note"
        placeholder="Note, optional"
        rows={2}
        maxLength={20_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="form-actions">
        <span className="grow" />
        <Button keys="Escape" onClick={onClose}>
          Cancel
        </Button>
        <Button kind={decision === 'accept' ? 'keep' : 'drop'} type="submit" keys="Enter">
          {decision === 'accept' ? 'Accept' : 'Reject'}
        </Button>
      </div>
    </form>
  )
}

/** See {@link SettleDialog}. */
export interface SettleDialogProps {
  dispute: Dispute
  decision: 'accept' | 'reject'
  left: number
  onClose: () => void
}
