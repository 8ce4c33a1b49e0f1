import { create } from 'zustand'

/** A passing message at the foot of the page. */
export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'keep' | 'drop' | 'human'
  /** One thing to do about it, such as undo. */
  action?: { label: string; keys?: string; run: () => void }
}

interface ToastState {
  toasts: readonly Toast[]
  /** What the live region says; `turn` changes so that a repeated text is read again. */
  spoken: { text: string; turn: number }
}

/** Messages on show, the oldest first. */
export const useToasts = create<ToastState>(() => ({ toasts: [], spoken: { text: '', turn: 0 } }))

const SHOWN_AT_ONCE = 3
let lastId = 0

/** Shows a message in place of the last, whose "Undo" would now take back something else, and reads it out; failures stay beside it, each once. It leaves after a few seconds, a failure after ten, and never while pointed at. */
export function toast(message: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): void {
  lastId += 1
  const shown: Toast = { tone: 'plain', ...message, id: lastId }
  const isKept = (one: Toast) => one.tone === 'drop' && one.text !== shown.text
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter(isKept), shown].slice(-SHOWN_AT_ONCE) }))
  announce(message.text)
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) }))
}

/** Says something to assistive technology only: "saved, 12 left". */
export function announce(text: string): void {
  useToasts.setState((state) => ({ spoken: { text, turn: state.spoken.turn + 1 } }))
}
