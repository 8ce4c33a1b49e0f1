import { useState } from 'react'
import { Field } from '../../widgets/index.ts'

/** Tokens the trainer reads of a row; left empty, the longest example that leaves sets it. Taken over at Enter or when left. */
export function ContextField({ value, onChange }: { value: number | null; onChange: (value: number | null) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null ? '' : String(value))
  const read = readLength(shown)
  const commit = () => {
    if (draft !== null && read !== undefined) onChange(read)
    if (read !== undefined) setDraft(null)
  }
  return (
    <Field
      className="option"
      label="Context length"
      inputMode="numeric"
      placeholder="of the longest example"
      value={shown}
      error={read === undefined ? 'A whole number of tokens from 1, or nothing' : null}
      hint="Goes into the starter config. Trainers cut or drop at 1,024 or 2,048 tokens when nothing is set."
      suffix={<span className="faint">tokens</span>}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}

/** A length as people type it, `32768` or `32,768`; null for nothing, undefined for what is none. */
export function readLength(typed: string): number | null | undefined {
  const digits = typed.replaceAll(/[\s,_]/g, '')
  if (digits === '') return null
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : undefined
}
