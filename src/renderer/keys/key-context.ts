import { isSingleKey } from './match-key.ts'

/** Where the focus is, as far as keys care. */
export interface KeyContext {
  /** In an input, a text area, an editor. */
  isTyping: boolean
  /** In a dialog, a menu or another layer of its own. */
  isInLayer: boolean
  /** On a button, a link or a box, which Enter and Space work themselves. */
  isOnControl: boolean
  /** On something that arrow keys change by themselves: a box, a tab, a slider. */
  isOnArrows: boolean
  /** The person's switch for single keys. */
  singleKeys: boolean
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only], [role=textbox], .monaco-editor, .monaco-diff-editor'
const LAYER = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const ARROWS = 'input, [role=radio], [role=tab], [role=separator], [role=slider]'
const CONTROL = 'button, a[href], summary, input, [role=button], [role=tab], [role=separator]'

/** Reads the context off the focused element. */
export function contextOf(target: EventTarget | null, singleKeys: boolean): KeyContext {
  const at = (selector: string) => target instanceof Element && target.closest(selector) !== null
  return { isTyping: at(TYPING), isInLayer: at(LAYER), isOnControl: at(CONTROL), isOnArrows: at(ARROWS), singleKeys }
}

/**
 * True when a key may act here, `own` being the key of Winnow's it stands for. Keys with Mod or Alt act everywhere, single keys only where nothing is
 * typed and while switched on. What Winnow has on a single key decides or moves: it rests in texts and layers whatever key it was given, and so does
 * undo, for there a text's own undo comes first.
 */
export function isKeyLive(name: string, context: KeyContext, own: string = name): boolean {
  const rests = isSingleKey(own) || IS_UNDO.test(own) || IS_UNDO.test(name)
  if ((context.isTyping || context.isInLayer) && rests) return false
  if (name.includes('Mod+') || name.includes('Alt+')) return true
  if (context.isTyping || context.isInLayer) return false
  if (context.isOnControl && /(^|[+ ])(Enter|Space)$/.test(name)) return false
  if (context.isOnArrows && /(^|[+ ])(Arrow\w+|Home|End|Page\w+)$/.test(name)) return false
  return context.singleKeys || !isSingleKey(name)
}

const IS_UNDO = /^Mod\+(Shift\+)?Z$/
