import { Hash } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { formatCount, IconButton } from '../widgets/index.ts'

/** A small field for a message's number; it closes when gone there, or left with Esc. */
export function GoToMessage({ last, onGo }: { last: number; onGo: (message: number) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const opener = useRef<HTMLSpanElement>(null)
  const open = () => {
    setTyped('')
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus({ preventScroll: true }))
  }
  useKeys([{ key: ':', name: 'Go to message', group: 'In the run', run: open }])
  const isWrong = typed !== '' && !(/^\d{1,9}$/.test(typed) && Number(typed) <= last)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed === '' || isWrong) return
    setOpen(false)
    onGo(Number(typed))
  }
  if (!isOpen) {
    return (
      <span ref={opener}>
        <IconButton label="Go to message" keys=":" icon={<Hash size={13} aria-hidden />} onClick={open} />
      </span>
    )
  }
  return (
    <form onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        className="message-field"
        inputMode="numeric"
        aria-label="Go to message"
        aria-invalid={isWrong}
        title={`A message from 0 to ${formatCount(last)}`}
        placeholder={`0–${last}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
    </form>
  )
}
