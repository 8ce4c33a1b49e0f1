import { create } from 'zustand'
import { type KeyMap, keysFor } from './key-map.ts'
import { isSingleKey } from './match-key.ts'

/** The keys in force on this page: the person's map, and whether single keys are switched on. The frame keeps it as the settings have it. */
export const useKeyStore = create<{ map: KeyMap; singleKeys: boolean }>(() => ({ map: new Map(), singleKeys: true }))

/** What Enter and Escape do on a control is the control's own and is never another key. */
const OF_CONTROLS = ['Enter', 'Escape', 'Backspace']

/** The keys that stand for one of Winnow's now, the one to show first; none while it is switched off. */
export function personKeys(key: string, { map, singleKeys } = useKeyStore.getState()): readonly string[] {
  return keysFor(map, key).filter((one) => singleKeys || !isSingleKey(one))
}

/** {@link personKeys} of what a control names, following the settings. */
export function usePersonKeys(...keys: readonly (string | undefined)[]): readonly string[] {
  const state = useKeyStore()
  return keys.flatMap((key) => (key === undefined ? [] : OF_CONTROLS.includes(key) ? [key] : personKeys(key, state)))
}
