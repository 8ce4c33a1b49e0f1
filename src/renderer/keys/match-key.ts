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

/** True for keys that type characters, pairs such as `g b` too: those can be switched off and are dead inside inputs (WCAG 2.1.4). */
export function isSingleKey(name: string): boolean {
  return name.split(' ').every(typesCharacter)
}

/** True for Shift, Ctrl and their like alone: half of a press. */
export function isModifier(press: Pick<KeyPress, 'key'>): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(press.key)
}

function typesCharacter(name: string): boolean {
  return !name.includes('Mod+') && !name.includes('Alt+') && (name.replace('Shift+', '').length === 1 || name === 'Space')
}

/** The binding a press means, if any: after `prefix` the pair goes before the key alone. */
export function matchKey(press: KeyPress, bindings: readonly KeyBinding[], prefix: string | null = null): KeyBinding | undefined {
  const name = nameOfPress(press)
  const pair = prefix === null ? undefined : bindings.find((binding) => binding.key === `${prefix} ${name}`)
  return pair ?? bindings.find((binding) => binding.key === name)
}

/** True when the press is the first half of a pair such as `g b`. */
export function startsPair(press: KeyPress, bindings: readonly KeyBinding[]): boolean {
  const start = `${nameOfPress(press)} `
  return bindings.some((binding) => binding.key.startsWith(start))
}
