import { type ReactNode, useState } from 'react'
import { Field } from '../../widgets/index.ts'

/** A whole number that is told of once it is one; emptied, null where that means something. */
export function NumberChoice({ label, value, least, most = MOST, canBeEmpty = false, suffix, hint, onChange }: NumberChoiceProps) {
  const [draft, setDraft] = useState<{ text: string; of: number | null } | null>(null)
  const text = draft && draft.of === value ? draft.text : value === null ? '' : String(value)
  const change = (typed: string) => {
    const read = readWhole(typed, least, most)
    const isRead = read !== 'wrong' && (read !== null || canBeEmpty)
    setDraft({ text: typed, of: isRead ? read : value })
    if (isRead) onChange(read)
  }
  const isWrong = readWhole(text, least, most) === 'wrong' || (text.trim() === '' && !canBeEmpty)
  return (
    <Field
      label={label}
      inputMode="numeric"
      value={text}
      hint={hint}
      error={isWrong ? `A whole number from ${least} to ${most.toLocaleString('en')}` : null}
      suffix={suffix}
      onChange={(event) => change(event.target.value)}
    />
  )
}

/** More than anybody has examples. */
const MOST = 10_000_000

function readWhole(text: string, least: number, most: number): number | null | 'wrong' {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (!/^\d{1,10}$/.test(trimmed)) return 'wrong'
  return Number(trimmed) >= least && Number(trimmed) <= most ? Number(trimmed) : 'wrong'
}

/** See {@link NumberChoice}. */
export interface NumberChoiceProps {
  label: string
  value: number | null
  least: number
  most?: number
  /** Nothing typed is a choice too: null. */
  canBeEmpty?: boolean
  suffix?: ReactNode
  hint?: ReactNode
  onChange: (value: number | null) => void
}
