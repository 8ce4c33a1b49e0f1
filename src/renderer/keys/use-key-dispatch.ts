import { useEffect } from 'react'
import { contextOf, isKeyLive } from './key-context.ts'
import { activeKeys, type KeyBinding } from './key-registry.ts'
import { personKeys, useKeyStore } from './key-store.ts'
import { isModifier, matchKey, nameOfPress, startsPair } from './match-key.ts'

const PAIR_WITHIN = 1200

/** Runs the registered bindings on key presses, window-wide, by the person's own keys. The frame calls it once. */
export function useKeyDispatch(): void {
  useEffect(() => {
    let prefix: { key: string; at: number } | null = null
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isModifier(event)) return
      const pending = prefix !== null && event.timeStamp - prefix.at < PAIR_WITHIN ? prefix.key : null
      prefix = null
      const bindings = liveKeys(event.target)
      const binding = matchKey(event, bindings, pending)
      if (binding && (!event.repeat || binding.repeats)) {
        event.preventDefault()
        binding.run()
      } else if (!binding && startsPair(event, bindings)) prefix = { key: nameOfPress(event), at: event.timeStamp }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** The bindings that may act where the focus is, one for each key the person has for them. */
function liveKeys(target: EventTarget | null): KeyBinding[] {
  const { singleKeys } = useKeyStore.getState()
  const context = contextOf(target, singleKeys)
  return activeKeys().flatMap((binding) =>
    personKeys(binding.key)
      .filter((key) => isKeyLive(key, context, binding.key))
      .map((key) => ({ ...binding, key })),
  )
}
