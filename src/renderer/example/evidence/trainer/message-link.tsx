import { useState } from 'react'

/** The way to the first of some messages; pressed again, to the next of them, and around. Nothing without messages. */
export function MessageLink({ messages, onGo }: { messages: readonly number[]; onGo: (message: number) => void }) {
  const [at, setAt] = useState(0)
  const message = messages[at % messages.length]
  if (message === undefined) return null
  const go = () => {
    onGo(message)
    setAt(at + 1)
  }
  return (
    <button type="button" className="message-link" onClick={go}>
      message {message}
      {messages.length > 1 && <span className="faint"> {`${(at % messages.length) + 1} of ${messages.length}`}</span>}
    </button>
  )
}
