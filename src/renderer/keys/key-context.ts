import { isSingleKey } from './match-key.ts'

/** Where the focus is, as far as keys care. */
export interface KeyContext {
  /** In an input, a text area, an editor. */
  isTyping: boolean
  /** In a dialog, a menu or another layer of its own. */
  isInLayer: boolean
  /** On a button, a link or a box, which Enter and Space work themselves. */
  isOnControl: boolean
  /** The person's switch for single keys. */
  singleKeys: boolean
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=""], [contenteditable=true], .monaco-editor'
const LAYER = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const CONTROL = 'button, a[href], summary, input, [role=button], [role=tab], [role=separator]'

/** Reads the context off the focused element. */
export function contextOf(target: EventTarget | null, singleKeys: boolean): KeyContext {
  const at = (selector: string) => target instanceof Element && target.closest(selector) !== null
  return { isTyping: at(TYPING), isInLayer: at(LAYER), isOnControl: at(CONTROL), singleKeys }
}

/**
 * True when a key may act here. Keys with Mod or Alt act everywhere, but in a text its own undo comes first; single keys only where
 * nothing is typed and while switched on.
 */
export function isKeyLive(name: string, context: KeyContext): boolean {
  if (context.isTyping && /^Mod\+(Shift\+)?Z$/.test(name)) return false
  if (name.includes('Mod+') || name.includes('Alt+')) return true
  if (context.isTyping || context.isInLayer) return false
  if (context.isOnControl && /(^|\+)(Enter|Space)$/.test(name)) return false
  return context.singleKeys || !isSingleKey(name)
}
