import { type FormEvent, useId, useState } from 'react'
import { Chip } from '../widgets/index.ts'
import { readWindow, windowError, windowWord } from './logic/windows.ts'

/** A context window to add, and those the person added. */
export function WindowField({ own, onChange }: { own: readonly number[]; onChange: (windows: number[]) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const tokens = readWindow(typed)
    const error = windowError(typed, own)
    setWrong(error)
    if (error !== null || tokens === null) return
    onChange([...own, tokens])
    setTyped('')
  }
  return (
    <form className="window-field" onSubmit={add}>
      <input
        className="panel-number panel-window"
        aria-label="Another context window"
        placeholder="48k"
        title="Another context window, in tokens: 40000 or 48k"
        value={typed}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong === null ? undefined : id}
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(null)
        }}
      />
      <button type="submit" className="panel-button">
        Add
      </button>
      {wrong !== null && (
        <span id={id} className="panel-note field-error cut" role="alert" title={wrong}>
          {wrong}
        </span>
      )}
      {wrong === null &&
        own.map((tokens) => (
          <Chip
            key={tokens}
            removeLabel={`Remove the window ${windowWord(tokens)}`}
            onRemove={() => onChange(own.filter((one) => one !== tokens))}
          >
            {windowWord(tokens)}
          </Chip>
        ))}
    </form>
  )
}
