/** Longest text that crosses in one answer, in UTF-16 units: a screen shows less, and asks for the rest. */
export const CUT_AT = 65_536

/** A text's first part with the length of the whole; never cuts a surrogate pair. */
export function cutText(text: string): { text: string; size: number } {
  return { text: text.length <= CUT_AT ? text : text.slice(0, safeEnd(text, CUT_AT)), size: text.length }
}

/** A piece of a text by UTF-16 offsets, its ends moved back so that no surrogate pair is split. */
export function pieceOf(text: string, offset: number, limit: number): { text: string; offset: number; size: number } {
  const start = safeEnd(text, Math.min(offset, text.length))
  return { text: text.slice(start, safeEnd(text, Math.min(offset + limit, text.length))), offset: start, size: text.length }
}

function safeEnd(text: string, end: number): number {
  const code = text.charCodeAt(end - 1)
  return end > 0 && end < text.length && code >= 0xd800 && code <= 0xdbff ? end - 1 : end
}
