import { type ReactNode, useRef, useState } from 'react'
import { faultOf } from '../state/fault-of.ts'
import { Field } from '../widgets/index.ts'

/** A setting that the host checks: kept on Enter or on leaving the field; what it refuses stays in the field with the reason below. */
export function SavedField({ label, hint, placeholder, value, suffix, onSave }: SavedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  // Enter saves and leaving the field would save the same again.
  const tried = useRef<string | null>(null)
  const save = async () => {
    if (draft === null || draft.trim() === value || draft === tried.current) return
    tried.current = draft
    setWrong(null)
    try {
      await onSave(draft.trim())
      setDraft(null)
    } catch (error) {
      const { message, remedy } = faultOf(error)
      setWrong(remedy ? `${message} ${remedy}` : message)
    }
  }
  return (
    <Field
      label={label}
      hint={hint}
      isMono
      placeholder={placeholder}
      value={draft ?? value}
      error={wrong}
      suffix={suffix}
      onChange={(event) => {
        tried.current = null
        setDraft(event.target.value)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => event.key === 'Enter' && void save()}
    />
  )
}

/** See {@link SavedField}. `onSave` throws the host's Fault. */
export interface SavedFieldProps {
  label: string
  hint?: ReactNode
  placeholder?: string
  value: string
  suffix?: ReactNode
  onSave: (value: string) => Promise<void>
}
