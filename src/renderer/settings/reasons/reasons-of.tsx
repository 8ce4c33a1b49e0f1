import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Field, IconButton } from '../../widgets/index.ts'
import {
  addReason,
  MOST_A_DECISION,
  moveReason,
  type ReasonDecision,
  type ReviewReason,
  reasonsOf,
  removeReason,
  renameReason,
} from './edit-reasons.ts'

const TITLES = { accept: 'Reasons to accept', reject: 'Reasons to reject' } as const

/** The reasons of one decision: renamed in place, moved, removed, and one added below. */
export function ReasonsOf({ decision, reasons, isBusy, wrongAt, onKeep }: ReasonsOfProps) {
  const own = reasonsOf(reasons, decision)
  return (
    <fieldset className="reason-edit" tabIndex={-1}>
      <legend className="field-label">{TITLES[decision]}</legend>
      <ol>
        {own.map((reason, i) => (
          <li key={reason.code} className="reason-line">
            <kbd className="kbd">{reason.key}</kbd>
            <ReasonLabel
              key={reason.label}
              reason={reason}
              error={wrongAt(placeOf(reason))}
              onKeep={(label) => void onKeep(placeOf(reason), renameReason(reasons, reason, label))}
            />
            <span className="mono faint cut" title={`Code in the ledger: ${reason.code}`}>
              {reason.code}
            </span>
            <IconButton
              label={`Move “${reason.label}” up`}
              icon={<ArrowUp size={13} aria-hidden />}
              isBusy={isBusy}
              disabled={i === 0}
              onClick={() => void onKeep(placeOf(reason), moveReason(reasons, reason, -1))}
            />
            <IconButton
              label={`Move “${reason.label}” down`}
              icon={<ArrowDown size={13} aria-hidden />}
              isBusy={isBusy}
              disabled={i === own.length - 1}
              onClick={() => void onKeep(placeOf(reason), moveReason(reasons, reason, 1))}
            />
            <IconButton
              label={`Remove “${reason.label}”`}
              icon={<X size={13} aria-hidden />}
              isBusy={isBusy}
              onClick={(event) => {
                // What is removed takes the focus with it: it goes on from the list.
                event.currentTarget.closest('fieldset')?.focus()
                void onKeep(placeOf(reason), removeReason(reasons, reason))
              }}
            />
          </li>
        ))}
      </ol>
      <NewReason
        decision={decision}
        isFull={own.length >= MOST_A_DECISION}
        error={wrongAt(`new ${decision}`)}
        onAdd={(label) => onKeep(`new ${decision}`, addReason(reasons, decision, label))}
      />
    </fieldset>
  )
}

/** See {@link ReasonsOf}. `onKeep` resolves to whether the host took them; `wrongAt` is what it said about a place otherwise. */
export interface ReasonsOfProps {
  decision: ReasonDecision
  reasons: readonly ReviewReason[]
  isBusy: boolean
  wrongAt: (at: string) => string | null
  onKeep: (at: string, next: ReviewReason[]) => Promise<boolean>
}

const placeOf = ({ code, decision }: ReviewReason) => `${decision} ${code}`

function ReasonLabel({ reason, error, onKeep }: { reason: ReviewReason; error: string | null; onKeep: (label: string) => void }) {
  const [typed, setTyped] = useState(reason.label)
  const keep = () => typed.trim() !== '' && typed.trim() !== reason.label && onKeep(typed)
  return (
    <Field
      label={`Label of reason ${reason.key}, ${reason.code}`}
      isLabelHidden
      maxLength={100}
      value={typed}
      error={typed.trim() === '' ? 'A reason needs a label.' : error}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}

function NewReason({ decision, isFull, error, onAdd }: NewReasonProps) {
  const [typed, setTyped] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '' && (await onAdd(typed))) setTyped('')
  }
  if (isFull) return <p className="field-note">There is a reason for every digit; remove one to add another.</p>
  return (
    <form className="reason-new" onSubmit={(event) => void add(event)}>
      <Field
        className="grow"
        label={`Another reason to ${decision}`}
        isLabelHidden
        placeholder={`Another reason to ${decision}`}
        maxLength={100}
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" icon={<Plus size={13} aria-hidden />} aria-label={`Add a reason to ${decision}`}>
        Add
      </Button>
    </form>
  )
}

interface NewReasonProps {
  decision: ReasonDecision
  isFull: boolean
  error: string | null
  onAdd: (label: string) => Promise<boolean>
}
