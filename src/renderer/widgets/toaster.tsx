import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { dismissToast, type Toast, useToasts } from './toast-store.ts'

/** Milliseconds a message stays; the text of a failure is also where it happened. */
const SHOWN_FOR = { plain: 5000, keep: 5000, human: 5000, drop: 10_000 }

/** The messages at the foot and the polite live region; the frame renders it once. */
export function Toaster() {
  const { toasts, spoken } = useToasts()
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {spoken.text}
        {spoken.turn % 2 === 1 && '\u00a0'}
      </div>
      <section className="toasts" aria-label="Messages">
        {toasts.map((one) => (
          <ToastLine key={one.id} toast={one} />
        ))}
      </section>
    </>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_FOR[toast.tone])
    return () => clearTimeout(timer)
  }, [isHeld, toast.id, toast.tone])
  const { action } = toast
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds the message; its buttons do the work
    <div
      className={`toast toast-${toast.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-text">{toast.text}</span>
      {action && (
        <Button
          kind="ghost"
          {...(action.keys === undefined ? {} : { keys: action.keys })}
          onClick={() => {
            action.run()
            dismissToast(toast.id)
          }}
        >
          {action.label}
        </Button>
      )}
      <Button
        kind="ghost"
        className="button-icon"
        aria-label="Dismiss"
        icon={<X size={14} aria-hidden />}
        onClick={() => dismissToast(toast.id)}
      />
    </div>
  )
}
