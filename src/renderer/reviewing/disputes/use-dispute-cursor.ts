import type { Virtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { KeyBinding } from '../../keys/key-registry.ts'
import { useKeys } from '../../keys/use-keys.ts'

const GROUP = 'Disagreements'

/** The line that Tab comes to and that keys act on, while the focus is in the list. */
export function useDisputeCursor({ total, scroller, virtual, onSettle, onOpen }: DisputeCursorInput) {
  const [cursor, setCursor] = useState(0)
  const [isInside, setInside] = useState(false)
  const isWanted = useRef(false)
  const at = Math.min(cursor, total - 1)
  const move = (by: number) => {
    const next = Math.max(0, Math.min(total - 1, at + by))
    isWanted.current = true
    setCursor(next)
    virtual.scrollToIndex(next)
  }
  // A line that is scrolled to is there a render later.
  useEffect(() => {
    const line = isWanted.current ? scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`) : null
    if (!line) return
    isWanted.current = false
    line.focus({ preventScroll: true })
  })
  const keys: KeyBinding[] = [
    { key: 'a', name: 'Accept', group: 'Decide', run: () => onSettle('accept', at) },
    { key: 'x', name: 'Reject', group: 'Decide', run: () => onSettle('reject', at) },
    { key: 'Enter', name: 'Open the example', group: GROUP, run: () => onOpen(at) },
    { key: 'ArrowDown', name: 'Next disagreement', group: GROUP, repeats: true, run: () => move(1) },
    { key: 'ArrowUp', name: 'Previous disagreement', group: GROUP, repeats: true, run: () => move(-1) },
  ]
  useKeys(isInside ? keys : [])
  return {
    at,
    isInside,
    setCursor,
    list: {
      onFocus: () => setInside(true),
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setInside(false)
      },
    },
  }
}

/** See {@link useDisputeCursor}. Lines are told by their index. */
export interface DisputeCursorInput {
  total: number
  scroller: RefObject<HTMLElement | null>
  virtual: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'>
  onSettle: (decision: 'accept' | 'reject', index: number) => void
  onOpen: (index: number) => void
}
