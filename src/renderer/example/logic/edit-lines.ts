/** One line of a small diff. */
export interface EditLine {
  kind: 'context' | 'add' | 'delete'
  text: string
}

/** Lines on each side compared one by one; beyond it the middle is drawn as all deleted, all added. */
const COMPARED = 300

/**
 * Lines of a replacement as a diff: a longest common subsequence over what differs between the common start and end. Texts longer
 * than 300 differing lines a side are shown whole, old then new.
 */
export function replaceLines(before: string, after: string): EditLine[] {
  const old = linesOf(before)
  const fresh = linesOf(after)
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  const middle = compare(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end))
  return [...marked('context', old.slice(0, start)), ...middle, ...marked('context', old.slice(old.length - end))]
}

/** Lines of a text that is put in whole. */
export function addedLines(text: string): EditLine[] {
  return marked('add', linesOf(text))
}

function linesOf(text: string): string[] {
  if (text === '') return []
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function marked(kind: EditLine['kind'], lines: string[]): EditLine[] {
  return lines.map((text) => ({ kind, text }))
}

function compare(old: string[], fresh: string[]): EditLine[] {
  if (old.length > COMPARED || fresh.length > COMPARED || old.length === 0 || fresh.length === 0) {
    return [...marked('delete', old), ...marked('add', fresh)]
  }
  const common = commonLengths(old, fresh)
  const lines: EditLine[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    const left = old[i]
    const right = fresh[j]
    if (left !== undefined && left === right) {
      lines.push({ kind: 'context', text: left })
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ kind: 'delete', text: left })
      i++
    } else {
      lines.push({ kind: 'add', text: right ?? '' })
      j++
    }
  }
  return lines
}

/** Length of the longest common subsequence of every pair of tails. */
function commonLengths(old: string[], fresh: string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    const row = table[i]
    if (!row) continue
    for (let j = fresh.length - 1; j >= 0; j--) {
      row[j] = old[i] === fresh[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), row[j + 1] ?? 0)
    }
  }
  return table
}

function at(table: Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}
