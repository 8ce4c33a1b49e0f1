import { useId, useState } from 'react'
import { choiceFault, readKeyChoice, writeKeyChoice } from '../../keys/key-faults.ts'
import type { Settings } from '../../state/use-settings.ts'
import { Button, keyParts, toast } from '../../widgets/index.ts'

/** Takes the keys to another machine and brings them from there, as text to copy and to paste. */
export function KeyExchange({ choice, onChange }: { choice: Settings['keys']; onChange: (choice: Settings['keys']) => void }) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const take = () => {
    try {
      const read = readKeyChoice(typed ?? '')
      const fault = choiceFault(read, (key) => keyParts(key).join(' '))
      setWrong(fault)
      if (fault !== null) return
      onChange(read)
      setTyped(null)
      toast({ text: 'Took over the keys' })
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error))
    }
  }
  const copy = async () => {
    await navigator.clipboard.writeText(writeKeyChoice(choice))
    toast({ text: 'Copied the keys' })
  }
  return (
    <details className="key-exchange">
      <summary>Export and import</summary>
      <label htmlFor={id} className="field-label">
        Keys as text
      </label>
      <textarea
        id={id}
        className="mono"
        rows={6}
        spellCheck={false}
        value={typed ?? writeKeyChoice(choice)}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => setTyped(event.target.value)}
      />
      {wrong !== null && (
        <p id={`${id}-wrong`} className="field-note field-error" role="alert">
          {wrong}
        </p>
      )}
      <div className="key-actions">
        <Button onClick={() => void copy()}>Copy</Button>
        <Button disabled={typed === null} onClick={take}>
          Import
        </Button>
      </div>
    </details>
  )
}
