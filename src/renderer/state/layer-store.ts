import { create } from 'zustand'

/** Which of the frame's layers is open; `settings-hub` is the settings at how the Hub is reached, `settings-tokens` at what counts tokens, `settings-review` at the reasons; `settings-keys` is every key with a way to change it. */
export type Layer = 'palette' | 'keys' | 'settings' | 'settings-hub' | 'settings-tokens' | 'settings-review' | 'settings-keys' | null

/** The one layer over the screen. */
export const useLayer = create<{ layer: Layer }>(() => ({ layer: null }))

/** Opens a layer in place of the one that is open; null closes it. */
export function openLayer(layer: Layer): void {
  useLayer.setState({ layer })
}
