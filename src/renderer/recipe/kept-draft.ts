/** Longer texts are no recipe: the host takes none. */
const MOST_CHARACTERS = 200_000

const keyOf = (workspace: string) => `winnow.draft ${workspace}`

/** The draft of a workspace as this window left it before a reload; null for none. */
export function keptDraft(workspace: string): string | null {
  try {
    return readKept(window.sessionStorage.getItem(keyOf(workspace)))
  } catch {
    return null
  }
}

/** Keeps a draft over a reload; null forgets it. One too long, or where the browser keeps nothing, is in this page alone. */
export function keepDraft(workspace: string, text: string | null): void {
  try {
    if (readKept(text) === null) window.sessionStorage.removeItem(keyOf(workspace))
    else window.sessionStorage.setItem(keyOf(workspace), text ?? '')
  } catch {
    // A window that may keep nothing: the draft still outlives a look at another screen.
  }
}

/** What was kept, where it can be a recipe's text. */
export function readKept(stored: string | null): string | null {
  return stored === null || stored.trim() === '' || stored.length > MOST_CHARACTERS ? null : stored
}
