import type { KeyBinding } from './key-registry.ts'

/** The part of a keyboard event that decides. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Writes a press the way bindings are written: `Mod+K`, `Shift+J`, `?`. Shift is named for letters and for keys that print nothing. */
export function nameOfPress(press: KeyPress): string {
  const letter = /^[a-zA-Z]$/.test(press.key)
  const base = press.key === ' ' ? 'Space' : letter ? (press.shiftKey ? press.key.toUpperCase() : press.key.toLowerCase()) : press.key
  const mod = press.ctrlKey || press.metaKey
  const parts = [
    mod ? 'Mod' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && (letter || press.key.length > 1) ? 'Shift' : '',
    mod && letter ? base.toUpperCase() : base,
  ]
  return parts.filter(Boolean).join('+')
}

/** True for a key that types a character: those can be switched off and are dead inside inputs (WCAG 2.1.4). */
export function isSingleKey(name: string): boolean {
  return !name.includes('Mod+') && !name.includes('Alt+') && (name.replace('Shift+', '').length === 1 || name === 'Space')
}

/** The binding a press means, if any. */
export function matchKey(press: KeyPress, bindings: readonly KeyBinding[]): KeyBinding | undefined {
  const name = nameOfPress(press)
  return bindings.find((binding) => binding.key === name)
}
