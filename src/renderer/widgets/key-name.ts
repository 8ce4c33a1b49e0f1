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
  Delete: 'Del',
}

/** The parts of a binding such as `Mod+K` as they are shown: `['Ctrl', 'K']`. */
export function keyParts(keys: string): string[] {
  return partsOf(keys).map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}

/** Keys as `aria-keyshortcuts` wants them: `Control+K Shift+J`. It has no words for one key after another: such pairs are left out. */
export function ariaKeys(keys: readonly string[]): string | undefined {
  const said = keys.filter((key) => !/. ./.test(key)).map(ariaKey)
  return said.length === 0 ? undefined : said.join(' ')
}

function ariaKey(key: string): string {
  return partsOf(key)
    .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

/** Splits at the plus signs and spaces between keys; a plus that is itself the key stays. */
function partsOf(keys: string): string[] {
  return keys.split(/(?<=.)[+ ](?=.)/)
}
