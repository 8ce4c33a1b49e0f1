import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isModifier, isSingleKey, nameOfPress } from '../../keys/match-key.ts'
import { announce } from '../../widgets/toast-store.ts'

/** How long a second key may follow the first, as for pairs that are pressed. */
const PAIR_WITHIN = 1000

/** Listens for a press, or for two one after the other. */
export interface Recorder {
  isRecording: boolean
  /** The first half of what may become a pair. */
  pending: string | null
  start: () => void
  stop: () => void
  press: (event: KeyboardEvent) => void
}

/** Records a key for a control that calls `press`; Escape gives up, Tab gives up and moves on. */
export function useRecorder(onKey: (key: string) => void): Recorder {
  const [isRecording, setRecording] = useState(false)
  const [pending, setPending] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const stop = () => {
    clearTimeout(timer.current)
    setRecording(false)
    setPending(null)
  }
  const take = (key: string) => {
    stop()
    onKey(key)
  }
  const press = (event: KeyboardEvent) => {
    if (!isRecording || event.key === 'Tab') return stop()
    event.preventDefault()
    event.stopPropagation()
    if (isModifier(event) || event.repeat) return
    if (event.key === 'Escape') return stop()
    const key = nameOfPress(event)
    clearTimeout(timer.current)
    if (pending !== null) return take(`${pending} ${key}`)
    if (!isSingleKey(key)) return take(key)
    setPending(key)
    timer.current = setTimeout(() => take(key), PAIR_WITHIN)
  }
  const start = () => {
    setRecording(true)
    announce('Press a key, or two one after the other. Escape gives up.')
  }
  return { isRecording, pending, start, stop, press }
}
