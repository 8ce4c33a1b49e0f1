/** Where a file's header line stands in a diff; the end is before the line feed (and a CR). */
export interface HeaderPlace {
  start: number
  end: number
}

const GIT = 'diff --git '
/** What must stand below a `diff --git` line for git to take it as a header. */
const FIELD =
  /^(?:--- |\+\+\+ |(?:old|new|deleted file|new file) mode |(?:copy|rename) (?:from|to|old|new) |(?:dis)?similarity index |index )/

/**
 * The header line of each file of a diff, in order: `diff --git`, or in a diff without any the `---` line. Null when there are not as many as the
 * files that were read: better no place than a wrong one. Linear.
 */
export function fileHeaders(text: string, files: number): HeaderPlace[] | null {
  const git = linesThat(text, GIT, (below) => FIELD.test(below))
  const headers = git.length > 0 ? git : linesThat(text, '--- ', (below) => /^\+\+\+ [^\n]*\n@@ -/.test(below))
  return headers.length === files ? headers : null
}

/** Lines that begin with some words and are followed by what a test accepts; it is shown the next 5,000 units. */
function linesThat(text: string, words: string, isHeader: (below: string) => boolean): HeaderPlace[] {
  const places: HeaderPlace[] = []
  for (let start = text.startsWith(words) ? 0 : after(text, words, 0); start !== -1; start = after(text, words, start)) {
    const feed = text.indexOf('\n', start)
    if (feed === -1) break
    if (isHeader(text.slice(feed + 1, feed + 5001))) places.push({ start, end: text[feed - 1] === '\r' ? feed - 1 : feed })
  }
  return places
}

function after(text: string, words: string, from: number): number {
  const found = text.indexOf(`\n${words}`, from)
  return found === -1 ? -1 : found + 1
}
