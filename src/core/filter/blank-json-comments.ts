/** A string or a comment, closed or not: an unclosed one runs on, so that no place is looked at twice. */
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*(?:.*?\*\/|.*)/gs

/**
 * Blanks line and block comments in a JSON text, so that a reader that knows only `#` comments can take it. Offsets and lines stay.
 * Text that does not begin as a JSON object comes back unchanged: in YAML `//` is no comment.
 */
export function blankJsonComments(text: string): string {
  const blanked = text.replace(STRING_OR_COMMENT, (part) => (part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : part))
  return blanked.trimStart().startsWith('{') ? blanked : text
}
