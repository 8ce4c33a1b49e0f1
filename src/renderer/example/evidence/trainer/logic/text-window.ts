/** A piece of a long text, by UTF-16 offsets. */
export interface Window {
  from: number
  to: number
}

/** Characters on show at first and around a place that is gone to: a page draws them at once. */
export const WINDOW = 196_608
/** Characters a press on "show more" adds. */
export const MORE = 131_072
/** Characters drawn, or left undrawn while out of sight, together. */
const PIECE = 16_384

/** The part of a text to show around an offset: whole when it is short. */
export function windowAround(text: string, offset: number): Window {
  if (text.length <= WINDOW) return { from: 0, to: text.length }
  const from = Math.min(Math.max(0, offset - WINDOW / 4), text.length - WINDOW)
  return { from: cutAt(text, from), to: cutAt(text, from + WINDOW) }
}

/** More of the text on one side. */
export function widen(text: string, { from, to }: Window, side: 'before' | 'behind'): Window {
  return side === 'before'
    ? { from: cutAt(text, Math.max(0, from - MORE)), to }
    : { from, to: cutAt(text, Math.min(text.length, to + MORE)) }
}

/** The window in pieces that end at line ends where there are any. */
export function piecesOf(text: string, { from, to }: Window): Window[] {
  const pieces: Window[] = []
  for (let at = from; at < to; ) {
    const most = Math.min(at + PIECE, to)
    const line = most < to ? text.lastIndexOf('\n', most - 1) + 1 : most
    const end = line > at ? line : cutAt(text, most)
    pieces.push({ from: at, to: end })
    at = end
  }
  return pieces
}

/** Never between the halves of a surrogate pair. */
function cutAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return offset > 0 && offset < text.length && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset
}
