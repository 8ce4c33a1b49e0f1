import { useLayoutEffect } from 'react'
import { useSettings } from '../state/use-settings.ts'
import { keyMapOf } from './key-map.ts'
import { useKeyStore } from './key-store.ts'

/** Keeps the keys in force as the settings have them. The frame calls it once. */
export function useKeySettings(): void {
  const { settings } = useSettings()
  const { keys, singleKeys } = settings
  useLayoutEffect(() => useKeyStore.setState({ map: keyMapOf(keys), singleKeys }), [keys, singleKeys])
}
