import type { EditChange } from '#record'
import { afterSeeing, afterShownEdit, agrees, type FileState, isWhole, onlyShown, wholeText } from './file-state.ts'
import type { ShownLines } from './shown-lines.ts'

/**
 * The file after an edit that its tool says was made. What cannot be told from the edit is taken from the lines the tool shows afterwards; where these
 * contradict the rebuilt text, they alone are known. `before`: how it stood before its last edit, for undo.
 */
export function applyEdit(state: FileState, change: EditChange, shown: ShownLines | null, before: FileState | undefined): FileState {
  if (change.kind === 'undo') return undone(before, shown)
  const made = rebuilt(state, change)
  if (made) return shown === null || agrees(made, shown) ? made : onlyShown(shown)
  if (shown === null) return { kind: 'unknown', why: 'It was edited where it had not been seen.' }
  const delta = deltaOf(change)
  return delta === null ? onlyShown(shown) : afterShownEdit(state, shown, delta)
}

function undone(before: FileState | undefined, shown: ShownLines | null): FileState {
  const state = before ?? { kind: 'unknown', why: 'An edit was undone that the run does not show.' }
  return shown === null ? state : afterSeeing(state, shown)
}

/** The new state as far as the edit alone tells it; null where it does not. */
function rebuilt(state: FileState, change: Exclude<EditChange, { kind: 'undo' }>): FileState | null {
  switch (change.kind) {
    case 'create':
      return wholeText(change.text)
    case 'replace':
      return isWhole(state) ? replaced(state.lines, change) : null
    case 'insert': {
      if (!isWhole(state) || change.line < 0 || change.line > state.lines.length) return null
      const { lines } = state
      const text = [...lines.slice(0, change.line), ...change.text.split('\n'), ...lines.slice(change.line)]
      return wholeText(`${text.join('\n')}\n`)
    }
  }
}

/** The tool replaces a text that stands in the file once, and refuses any other. */
function replaced(lines: readonly string[], { before, after }: { before: string; after: string }): FileState | null {
  const text = `${lines.join('\n')}\n`
  const at = before === '' ? -1 : text.indexOf(before)
  if (at === -1 || text.indexOf(before, at + 1) !== -1) return null
  return wholeText(text.slice(0, at) + after + text.slice(at + before.length))
}

/** By how many lines an edit moves what stands behind it; null where it does not say. */
function deltaOf(change: EditChange): number | null {
  if (change.kind === 'insert') return feeds(change.text) + 1
  return change.kind === 'replace' && change.before !== '' ? feeds(change.after) - feeds(change.before) : null
}

function feeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
