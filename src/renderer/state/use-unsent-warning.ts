import { useEffect } from 'react'
import { useOutbox } from './outbox.ts'

/** Asks before the page is left while something said is still on its way to the host. */
export function useUnsentWarning(): void {
  const isSending = useOutbox(({ waiting }) => waiting.length > 0)
  useEffect(() => {
    if (!isSending) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])
}
