const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

const SHOWN: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
}

/** The parts of a binding such as `Mod+K` as they are shown: `['Ctrl', 'K']`. */
export function keyParts(keys: string): string[] {
  return partsOf(keys).map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}

/** A binding as `aria-keyshortcuts` wants it: `Control+K`, `Shift+J`. */
export function ariaKeys(keys: string): string {
  return partsOf(keys)
    .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part.length === 1 ? part.toUpperCase() : part))
    .join(keys.includes(' ') ? ' ' : '+')
}

/** Splits at the plus signs and spaces between keys; a plus that is itself the key stays. */
function partsOf(keys: string): string[] {
  return keys.split(/(?<=.)[+ ](?=.)/)
}
