/**
 * Reads a txtar archive (the plain-text archive format of Go's tools): a comment, then files, each after a line `-- path --`.
 * @param {string} text
 * @returns {{ comment: string, files: Map<string, string> }}
 */
export function readTxtar(text) {
  /** @type {Map<string, string>} */
  const files = new Map()
  const parts = text.split(/^-- (.+) --\n/m)
  for (let i = 1; i < parts.length; i += 2) files.set(parts[i] ?? '', parts[i + 1] ?? '')
  return { comment: parts[0] ?? '', files }
}
