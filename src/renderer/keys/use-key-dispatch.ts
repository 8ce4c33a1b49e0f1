import { useEffect } from 'react'
import { contextOf, isKeyLive } from './key-context.ts'
import { activeKeys } from './key-registry.ts'
import { matchKey, startsPair } from './match-key.ts'

const PAIR_WITHIN = 1200

/** Runs the registered bindings on key presses, window-wide. The frame calls it once; `singleKeys` is the person's switch. */
export function useKeyDispatch(singleKeys: boolean): void {
  useEffect(() => {
    let prefix: { key: string; at: number } | null = null
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const pending = prefix !== null && event.timeStamp - prefix.at < PAIR_WITHIN ? prefix.key : null
      prefix = null
      const context = contextOf(event.target, singleKeys)
      const bindings = activeKeys().filter((binding) => isKeyLive(binding.key, context))
      const binding = matchKey(event, bindings, pending)
      if (binding && (!event.repeat || binding.repeats)) {
        event.preventDefault()
        binding.run()
      } else if (!binding && startsPair(event, bindings)) prefix = { key: event.key, at: event.timeStamp }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [singleKeys])
}
