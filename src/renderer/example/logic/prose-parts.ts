/** A run of a message's words: plain, the inside of a code fence, a fence mark, or `inline` code. Joined they give the text back. */
export interface ProsePart {
  kind: 'words' | 'block' | 'fence' | 'inline'
  text: string
}

/** Longer texts are drawn plain past this many characters. */
const LIMIT = 100_000
const FENCE = /^[ \t]*(?:```|~~~)[^\n`]*$/

/**
 * Finds code in prose, for the typeface only: nothing else of Markdown is read. A text whose fences do not pair, such as the tail of
 * a folded one, is taken to begin inside a fence.
 */
export function proseParts(text: string): ProsePart[] {
  const lines = text.slice(0, LIMIT).split(/(?<=\n)/)
  let isInside = lines.filter((line) => FENCE.test(line.trimEnd())).length % 2 === 1 && startsInside(lines)
  const parts: ProsePart[] = []
  for (const line of lines) {
    if (FENCE.test(line.trimEnd())) {
      push(parts, 'fence', line)
      isInside = !isInside
    } else if (isInside) push(parts, 'block', line)
    else inline(parts, line)
  }
  if (text.length > LIMIT) push(parts, 'words', text.slice(LIMIT))
  return parts
}

/** A closing fence names no language: when the first one is bare, an odd text begins inside, else it ends inside. */
function startsInside(lines: string[]): boolean {
  const first = lines.find((line) => FENCE.test(line.trimEnd()))
  return first !== undefined && /^[ \t]*(?:```|~~~)$/.test(first.trimEnd())
}

function inline(parts: ProsePart[], line: string): void {
  let from = 0
  for (const match of line.matchAll(/`[^`\n]{1,300}`/g)) {
    push(parts, 'words', line.slice(from, match.index))
    push(parts, 'inline', match[0])
    from = match.index + match[0].length
  }
  push(parts, 'words', line.slice(from))
}

function push(parts: ProsePart[], kind: ProsePart['kind'], text: string): void {
  const last = parts.at(-1)
  if (text === '') return
  if (last?.kind === kind && kind !== 'inline') last.text += text
  else parts.push({ kind, text })
}
