import { useState } from 'react'

/** A small whole number in a card's header; taken over at Enter or when left, put back when it is none. */
export function NumberInput({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    const number = Number(draft)
    if (draft !== null && Number.isInteger(number) && number >= 1 && number <= 1_000_000) onChange(number)
    setDraft(null)
  }
  return (
    <input
      className="panel-number"
      inputMode="numeric"
      aria-label={label}
      title={label}
      value={draft ?? String(value)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
